import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openQuestions, type OpenPhone } from '../../shared/answers/open-questions';

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const phoneOf = ({ json: { to, smsId, campaignId } }: INodeExecutionData): OpenPhone => ({
	to: String(to),
	smsId: textOrNull(smsId),
	campaignId: textOrNull(campaignId),
});

/**
 * Lets the trigger of the same workflow find this execution when one of the phones replies. n8n saves
 * the static data when the execution has been put to wait; until then this process knows it.
 *
 * @param asked the rows of those who were asked
 */
export function expectReplies(
	context: IExecuteFunctions,
	url: string,
	asked: readonly INodeExecutionData[],
	expiresAt: number | null,
): void {
	openQuestions.add(context.getWorkflow().id ?? '', context.getWorkflowStaticData('global'), {
		url,
		phones: asked.map(phoneOf),
		askedAt: Date.now(),
		expiresAt,
	});
}
