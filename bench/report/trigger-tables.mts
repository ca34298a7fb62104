import { found, type Results, type Subject } from '../measuring/results.mts';
import { instances } from '../trigger/section.mts';
import { triggerContenders } from '../trigger/workflows.mts';
import type { ReportTable } from './report-table.mts';
import { NOTHING, told } from './words.mts';

/** Pushes taken, one table for each way to set n8n up. */
export const triggers = (results: Results): ReportTable[] =>
	Object.entries(instances).map(([instance, { title }]) => ({
		title: `Trigger, n8n 2.41 ${title}`,
		head: ['', 'pushes a second', 'p50, ms', 'p99, ms', 'executions', 'extra memory, MB'],
		rows: Object.entries(triggerContenders).map(([contender, about]) => {
			const subject: Subject = { instance, contender };
			const of = (name: string) =>
				// Not those of the storm, which has no number of pushes.
				found(
					{ ...results, figures: results.figures.filter((each) => 'pushes' in each.subject) },
					'trigger',
					subject,
					name,
				);
			const pushes = results.figures.find(
				(each) =>
					each.part === 'trigger' &&
					each.subject.instance === instance &&
					each.subject.contender === contender &&
					'pushes' in each.subject,
			)?.subject;
			const rate = about.starts === 'few' ? NOTHING : told(of('perSecond'));
			return [
				about.title,
				rate,
				told(of('p50Ms')),
				told(of('p99Ms')),
				pushes ? `${told(of('executions'))} of ${pushes.pushes} pushes` : NOTHING,
				told(of('extraMb')),
			];
		}),
	}));

/** What becomes of many receipts at once. */
export const storms = (results: Results): ReportTable => ({
	title: 'A storm of 2,000 receipts, 200 at once',
	head: ['', 'n8n 2.41', 'executions', 'seconds', 'p50, ms', 'p99, ms'],
	rows: (['default', 'lazy'] as const).flatMap((instance) =>
		(['webhook', 'gathered'] as const).map((contender) => {
			const of = (name: string) =>
				told(found(results, 'trigger', { instance, contender, storm: 2_000 }, name));
			return [
				triggerContenders[contender].title,
				instances[instance].title,
				of('executions'),
				of('seconds'),
				of('p50Ms'),
				of('p99Ms'),
			];
		}),
	),
	remark: 'Seconds from the first push to the end of the last execution.',
});
