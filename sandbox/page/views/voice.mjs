import { html } from 'lit-html';
import { pageSection } from '../parts/page-section.mjs';
import { recordTable } from '../parts/record-table.mjs';
import { moment, zoneName } from '../sandbox-time.mjs';
import { phoneName, receipt } from '../wording.mjs';

/** @type {(messages: readonly Record<string, unknown>[]) => unknown} */
const table = recordTable({
	label: 'Voice messages',
	columns: [
		{ title: 'To', text: (message) => phoneName(String(message.phoneNumber ?? '')) },
		{ title: 'From', text: (message) => String(message.from ?? '') },
		{ title: 'Recording', text: (message) => String(message.audioUrl ?? ''), kind: 'long' },
		{ title: `When (${zoneName})`, text: (message) => moment(message.scheduledFor ?? message.at) },
		{
			title: 'State',
			text: (message) => receipt(String(message.status)).label,
			tone: (message) => receipt(String(message.status)).tone,
		},
	],
	key: (message, index) => String(message.smsId ?? index),
	empty: 'No voice message yet',
});

/** Voice messages that were left on voicemails. @type {import('../main.mjs').View} */
export const voiceView = {
	id: 'voice',
	title: 'Voice',
	draw: ({ voiceMessages }) => html`
		<div class="page">
			${pageSection(
				'Voice messages',
				'Recordings left on the voicemail of a phone.',
				table([...voiceMessages].reverse()),
			)}
		</div>
	`,
};
