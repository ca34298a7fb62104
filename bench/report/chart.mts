import { found, type Results, type Subject } from '../measuring/results.mts';
import { ONE_BY_ONE } from '../send/plan.mts';
import { digits } from './words.mts';

interface Bar {
	readonly label: string;
	readonly value: number;
	readonly isOurs: boolean;
}

interface Panel {
	readonly title: string;
	readonly unit: string;
	/** Times lie up to four powers of ten apart. */
	readonly scale: 'logarithm' | 'linear';
	readonly bars: readonly Bar[];
}

const WIDTH = 760;
const LABEL_WIDTH = 270;
const BAR_HEIGHT = 20;
const ROW = 28;
const PANEL_HEAD = 44;

const LONGEST = WIDTH - LABEL_WIDTH - 110;

function lengthOf(value: number, { bars, scale }: Panel): number {
	const values = bars.map((bar) => bar.value);
	const most = Math.max(...values);
	if (scale === 'linear') return (value / most) * LONGEST;
	const low = Math.floor(Math.log10(Math.min(...values)) - 0.3);
	return ((Math.log10(value) - low) / (Math.log10(most) - low)) * LONGEST;
}

const escaped = (text: string): string =>
	text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

function drawn(panel: Panel, top: number): string {
	const { title, unit, bars } = panel;
	const rows = bars.map(({ label, value, isOurs }, index) => {
		const y = top + PANEL_HEAD + index * ROW;
		const middle = y + BAR_HEIGHT / 2 + 5;
		const length = lengthOf(value, panel);
		return `	<text x="${LABEL_WIDTH - 10}" y="${middle}" text-anchor="end">${escaped(label)}</text>
	<rect class="${isOurs ? 'ours' : 'other'}" x="${LABEL_WIDTH}" y="${y}" width="${length.toFixed(1)}" height="${BAR_HEIGHT}" rx="3" />
	<text x="${(LABEL_WIDTH + length + 8).toFixed(1)}" y="${middle}">${digits(value)} ${unit}</text>`;
	});
	return `	<text class="title" x="20" y="${top + 26}">${escaped(title)}</text>\n${rows.join('\n')}`;
}

const bar = (label: string, value: number | undefined, isOurs: boolean): Bar[] =>
	value === undefined || !(value > 0) ? [] : [{ label, value, isOurs }];

function sendingPanel(results: Results, latencyMs: 0 | 50): Panel {
	const per1000 = (contender: string, items: number): number | undefined => {
		const subject: Subject = { contender, items, latencyMs, format: 'json' };
		const inEngine = { ...subject, engine: 'vm-2', task: 'fields' };
		const bare = { ...subject, engine: 'none', task: 'constant' };
		const time = found(results, 'send', contender === 'undici' ? bare : inEngine, 'ms')?.median;
		return time === undefined ? undefined : time / (items / 1000);
	};
	const few = latencyMs === 0 ? ONE_BY_ONE.atOnce : ONE_BY_ONE.atLatency;
	return {
		title: `1,000 personal SMS in n8n 2.41 as it comes, ${latencyMs === 0 ? 'no latency' : 'latency 50 ms'}`,
		unit: 'ms',
		scale: 'logarithm',
		bars: [
			...bar('AllMySMS', per1000('allMySms', 10_000), true),
			...bar('Bare program, constant text', per1000('undici', 10_000), false),
			...bar(
				'Edit Fields, nothing sent',
				latencyMs === 0 ? per1000('editFields', 10_000) : undefined,
				false,
			),
			...bar('HTTP Request, all at once', per1000('httpRequest', 10_000), false),
			...bar('HTTP Request, one by one', per1000('httpRequestLoop', few), false),
			...bar('Twilio, one by one', per1000('twilio', few), false),
		],
	};
}

function triggerPanel(results: Results, instance: 'default' | 'lazy'): Panel {
	const rate = (contender: string): number | undefined =>
		found(results, 'trigger', { instance, contender, atOnce: 10 }, 'perSecond')?.median;
	return {
		title: `Pushes taken by n8n 2.41 ${instance === 'default' ? 'as it comes' : 'with lazy acquire'}`,
		unit: 'a second',
		scale: 'linear',
		bars: [
			...bar('Webhook node', rate('webhook'), false),
			...bar('AllMySMS Trigger', rate('open'), true),
			...bar('AllMySMS Trigger, token', rate('token'), true),
			...bar('AllMySMS Trigger, filtered out', rate('filtered'), true),
		],
	};
}

/** The chart of the page as SVG; it follows the reader's choice of light or dark. */
export function chartOf(results: Results): string {
	const panels = [
		sendingPanel(results, 0),
		sendingPanel(results, 50),
		triggerPanel(results, 'default'),
		triggerPanel(results, 'lazy'),
	].filter(({ bars }) => bars.length > 0);
	let top = 0;
	const drawnPanels = panels.map((panel) => {
		const text = drawn(panel, top);
		top += PANEL_HEAD + panel.bars.length * ROW + 16;
		return text;
	});
	const height = top + 30;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Time for 1,000 SMS and pushes a second, AllMySMS beside others">
	<style>
		text { font: 14px system-ui, sans-serif; fill: #1f2328; }
		.title { font-weight: 600; }
		.note { font-size: 12px; fill: #59636e; }
		.back { fill: #ffffff; }
		.ours { fill: #0969da; }
		.other { fill: #afb8c1; }
		@media (prefers-color-scheme: dark) {
			text { fill: #f0f6fc; }
			.note { fill: #9198a1; }
			.back { fill: #0d1117; }
			.ours { fill: #4493f8; }
			.other { fill: #656c76; }
		}
	</style>
	<rect class="back" width="${WIDTH}" height="${height}" rx="6" />
${drawnPanels.join('\n')}
	<text class="note" x="20" y="${height - 12}">Bars of times grow with the logarithm: the numbers beside them count. Less time is better, more pushes are.</text>
</svg>
`;
}
