import type { IExecuteFunctions } from 'n8n-workflow';

import { placeParameters } from '../../shared/answers/question';
import { type Problem, read, refuse, type Result } from '../../shared/problem';
import { v9Call } from '../../shared/provider/provider-call';
import { readShortLink } from '../../shared/vocabulary/look-ups';
import { askProvider } from '../run/ask';

/** n8n 1.x checks the signature of a link only where the node asks for it; 2.x always does. */
function requireSignature(context: IExecuteFunctions): void {
	if (!('setSignatureValidationRequired' in context)) return;
	const { setSignatureValidationRequired: set } = context;
	if (typeof set === 'function') set.call(context);
}

async function shortened(context: IExecuteFunctions, url: string): Promise<Result<string>> {
	const refused = ({ what }: Pick<Problem, 'what'>): Result<never> =>
		refuse(
			'Shorten Link',
			`is on, but AllMySMS gave no short link: ${what}`,
			'Run the node again later, or switch the option off to send the long link.',
		);
	const answer = await askProvider(context, v9Call('shortenUrl', { url }));
	if (!answer.ok) return refused(answer.problem);
	const { data, httpStatus } = answer.value;
	const links = readShortLink(data, httpStatus, url);
	if (!links.ok) return refused(links.problem);
	const [first] = links.value;
	return first ? read(first.row.shortUrl) : refused({ what: 'its answer was empty' });
}

/**
 * The link that answers the question of this execution, for the recipient at a position.
 *
 * @param run which run of the node asks
 */
export function linkMaker(context: IExecuteFunctions, run: string, shorten: boolean) {
	requireSignature(context);
	return async (position: number): Promise<Result<string>> => {
		const url = context.getSignedResumeUrl(placeParameters(run, position));
		return shorten ? await shortened(context, url) : read(url);
	};
}
