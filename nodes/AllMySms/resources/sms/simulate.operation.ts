import {
	NodeApiError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import type { Problem } from '../../../shared/problem';
import { readProviderAddress } from '../../../shared/provider/gateway';
import type { Batch } from '../../../shared/sending/batches';
import { smsHints } from '../../../shared/sending/hints';
import type { TextContent } from '../../../shared/sending/message';
import { isSimulateOption } from '../../../shared/sending/options';
import { smsCall } from '../../../shared/sending/requests';
import { type CharacterCost, type SimulatedSms, sumOf } from '../../../shared/sending/sms-costs';
import { smsSimulationRow, type Simulation } from '../../../shared/sending/simulations';
import { readSwitch } from '../../../shared/text/read-text';
import {
	addHint,
	inItemOrder,
	nothingLeaves,
	problemItem,
	unsentItem,
} from '../../run/item-output';
import { faultOfAll, readItems, recipientsIn } from '../../send/read-items';
import { askEstimate, creditsHint, planSimulatedRun, priceList } from '../../send/simulated-run';
import { sendingOptions } from '../sending-options';
import { number, records, sometimes, text, texts, type RowOf, type RowSpec } from '../row-spec';
import { readSmsItem, smsFields } from './send.operation';

const perRecipientOption: INodeProperties = {
	displayName: 'Per Recipient',
	name: 'perRecipient',
	type: 'boolean',
	default: false,
	description:
		"Whether to add each recipient's own text, encoding, segments and cost, and what the characters outside the SMS alphabet cost over the campaign",
};

export const description = smsFields('simulate', [
	...sendingOptions.filter(({ name }) => isSimulateOption(name)),
	perRecipientOption,
]);

export const output = {
	recipients: number('How many phones the campaign would text'),
	segments: number('SMS of all recipients together'),
	credits: number.orNull('Credits that the campaign would cost'),
	cost: number.orNull(
		"What the campaign would cost, by AllMySMS's own prices; null where it does not tell them",
	),
	currency: text.orNull('Currency of the cost, such as EUR'),
	invalidNumbers: texts('Numbers that AllMySMS would refuse, and text that is no number'),
	campaignName: text.orNull('Name of the campaign'),
	sender: text.orNull('Sender that phones would show'),
	message: text('The text as its first recipient would read it'),
	perRecipient: sometimes(
		"with 'Per Recipient'",
		records<SimulatedSms>(
			'For each recipient: `to`, `text`, `encoding`, `segments`, `cost`, and the `costlyCharacter` that makes it UCS-2 or null',
		),
	),
	costlyCharacters: sometimes(
		"with 'Per Recipient'",
		records<CharacterCost>(
			'For each character outside the SMS alphabet: `character`, `recipients` whose text has it, and what these texts take more than plain ones, `extraSegments` and `extraCost`',
		),
	),
} satisfies RowSpec;

const simulateCall = (batch: Batch<TextContent>) => smsCall(batch, 'simulate');

function noAnswerError(
	context: IExecuteFunctions,
	{ itemIndexes, batch }: Simulation,
	{ what, remedy }: Problem,
): NodeApiError {
	const itemIndex = itemIndexes[0] ?? 0;
	const to = batch?.recipients[0]?.to ?? '';
	const message = `The cost of the SMS to ${to} could not be estimated [item ${itemIndex}]: ${what}`;
	return new NodeApiError(
		context.getNode(),
		{ message },
		{ message, description: `${remedy} Nothing was sent.`, itemIndex },
	);
}

/** Rows that `send` would reject are in no campaign. */
function addLeftOutHint(
	context: IExecuteFunctions,
	refused: ReadonlyArray<{ readonly itemIndex: number; readonly problem: Problem }>,
): void {
	const [first] = refused;
	if (!first) return;
	const { what, remedy } = first.problem;
	const others = refused.length > 1 ? `, and ${refused.length - 1} more` : '';
	addHint(
		context,
		'warning',
		`Left out, because Send would reject it: ${what} [item ${first.itemIndex}]${others}. ${remedy}`,
	);
}

/** Asks what the SMS of all items would cost; sends nothing. One output item per campaign. */
export async function execute(this: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const errorsAsItems = this.continueOnFail();
	const address = await readProviderAddress(this);
	if (!address.ok) return nothingLeaves(this, address.problem);
	const { requests } = readItems(this, description, readSmsItem);
	const withDetails = readSwitch(
		this.getNodeParameter('options.perRecipient', 0, false),
		'Per Recipient',
		false,
	);
	if (!withDetails.ok) return nothingLeaves(this, withDetails.problem);
	const fault = errorsAsItems ? null : faultOfAll(this, requests);
	if (fault) throw fault;
	const refused = requests.flatMap((request, itemIndex) =>
		request.kind === 'refused' ? [{ itemIndex, problem: request.problem }] : [],
	);
	const items = errorsAsItems
		? refused.map(({ itemIndex, problem }) => unsentItem(itemIndex, problem))
		: [];
	if (!errorsAsItems) addLeftOutHint(this, refused);

	const run = await planSimulatedRun(this, recipientsIn(requests));
	for (const message of run.hints) addHint(this, 'warning', message);
	for (const message of smsHints(run.recipients)) addHint(this, 'info', message);
	const prices = priceList(this, 'sms');
	let credits: number | null = 0;
	for (const simulation of run.simulations) {
		const asked = await askEstimate(this, simulation, simulateCall);
		if (asked.ok) {
			const isPriced = asked.value.cost !== null && !withDetails.value;
			const priceOf = isPriced ? () => null : await prices();
			items.push({
				json: smsSimulationRow(simulation, asked.value, priceOf, withDetails.value) satisfies RowOf<
					typeof output
				>,
				pairedItem: simulation.itemIndexes.map((item) => ({ item })),
			});
			credits = sumOf([credits, asked.value.credits]);
		} else if (errorsAsItems) {
			items.push(problemItem(simulation.itemIndexes, asked.problem));
		} else {
			throw noAnswerError(this, simulation, asked.problem);
		}
	}
	const left = run.simulations.length === 0 ? null : await creditsHint(this, credits);
	if (left) addHint(this, left.isEnough ? 'info' : 'warning', left.text);
	return inItemOrder(items);
}
