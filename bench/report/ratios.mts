import { found, type Results, type Subject } from '../measuring/results.mts';

/** One figure of a target. */
export interface TargetFigure {
	/** In which engine, or beside whom, where a target has several figures. */
	readonly where: string;
	/** Not a number where it was not measured. */
	readonly value: number;
}

/** Takes the figures of a target out of what was measured. */
export type Measure = (results: Results) => TargetFigure[];

const NEWEST = { vm: 'vm-2', legacy: 'legacy-2' } as const;
/** The run that most targets are about. */
export const MAIN: Subject = { format: 'json', items: 10_000, latencyMs: 0 };

/** Milliseconds per SMS. */
export function perSms(results: Results, subject: Subject): number {
	const time = found(results, 'send', subject, 'ms')?.median;
	return (time ?? Number.NaN) / Number(subject.items);
}

/** Time beside Edit Fields, for both texts that the target names. */
export function besideEditFields(engines: readonly string[]): Measure {
	return (results) =>
		engines.flatMap((engine) =>
			['fields', 'functions'].map((task) => {
				const of = (contender: string) => perSms(results, { ...MAIN, engine, task, contender });
				const where = `${engine}, ${task === 'fields' ? 'fields' : 'function calls'}`;
				return { where, value: of('allMySms') / of('editFields') };
			}),
		);
}

/** How many times faster than a contender that may have had fewer items. */
export function timesFaster(contender: string, latencyMs: number, items: number): Measure {
	return (results) =>
		Object.values(NEWEST).map((engine) => {
			const common = { ...MAIN, engine, task: 'fields', latencyMs };
			const theirs = perSms(results, { ...common, contender, items });
			return {
				where: engine,
				value: theirs / perSms(results, { ...common, contender: 'allMySms' }),
			};
		});
}

/** One figure for each engine of the newest n8n. */
export const inBothEngines =
	(measure: (results: Results, engine: string) => number): Measure =>
	(results) =>
		Object.values(NEWEST).map((engine) => ({ where: engine, value: measure(results, engine) }));

/** What a run of two plain fields took. */
export const large = (
	results: Results,
	engine: string,
	contender: string,
	items: number,
	name: string,
) =>
	found(results, 'send', { ...MAIN, engine, task: 'fields', contender, items }, name)?.median ??
	Number.NaN;

/** What sending takes beyond passing the items on. */
export const extraMb = (results: Results, engine: string, items: number): number =>
	large(results, engine, 'allMySms', items, 'extraMb') -
	large(results, engine, 'nothing', items, 'extraMb');

/** Pushes a second beside the Webhook node of the same n8n. */
export function besideWebhook(contender: string, instance: string): Measure {
	return (results) => {
		const rate = (name: string) => {
			const subject = { instance, contender: name, atOnce: 10 };
			return found(results, 'trigger', subject, 'perSecond')?.median ?? Number.NaN;
		};
		return [{ where: '', value: rate(contender) / rate('webhook') }];
	};
}

/** What gathering takes beside the Webhook node, in a storm of 2,000 receipts. */
export function storm(name: 'executions' | 'seconds'): Measure {
	return (results) =>
		['default', 'lazy'].map((instance) => {
			const of = (contender: string) =>
				found(results, 'trigger', { instance, contender, storm: 2_000 }, name)?.median ??
				Number.NaN;
			const where = instance === 'default' ? 'as it comes' : 'lazy acquire';
			return { where, value: of('gathered') / of('webhook') };
		});
}

/** What was measured of the package, by its unit. */
export const ofPackage =
	(name: string, per: number): Measure =>
	(results) => [
		{
			where: '',
			value: (found(results, 'load', { what: 'package' }, name)?.median ?? Number.NaN) / per,
		},
	];
