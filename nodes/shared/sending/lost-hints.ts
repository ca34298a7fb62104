import type { RecipientLine } from './planned-sms';

/** More would hide the advice. */
const NAMED = 3;

/** Says which expressions of the message gave nothing, and for how many: `Hello , ready.` is paid for. */
export function lostHints(lines: readonly RecipientLine[]): string[] {
	const sent = lines.filter(({ plan }) => plan.kind === 'send');
	const counts = new Map<string, number>();
	for (const { lost } of sent) {
		for (const code of new Set(lost)) counts.set(code, (counts.get(code) ?? 0) + 1);
	}
	return [...counts]
		.sort(([, one], [, other]) => other - one)
		.slice(0, NAMED)
		.map(
			([code, count]) =>
				`{{ ${code} }} gave nothing for ${count.toLocaleString('en')} of ${sent.length.toLocaleString('en')} SMS, and is missing in the text. Check the name of the field; write {{ ${code} || '' }} if nothing is right.`,
		);
}
