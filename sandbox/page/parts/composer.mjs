import { element, icon, setAttribute } from '../element.mjs';
import { sandbox } from '../sandbox-api.mjs';
import { phoneName } from '../wording.mjs';
import { showNotice } from './notice.mjs';

/** Where a person types on the phone. Each phone keeps its own draft. */
export function composer() {
	/** @type {Map<string, string>} */
	const drafts = new Map();
	let number = '';

	const field = element('textarea', {
		rows: '1',
		placeholder: 'Write a reply',
		oninput: () => drafts.set(number, field.value),
		onkeydown: (/** @type {KeyboardEvent} */ event) => {
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			node.requestSubmit();
		},
	});
	const stop = element(
		'button',
		{
			type: 'button',
			class: 'button danger',
			title: 'Sends STOP: the number goes on the blacklist',
			onclick: () => send(number, 'STOP'),
		},
		'STOP',
	);
	const node = element(
		'form',
		{
			class: 'composer',
			onsubmit: async (/** @type {SubmitEvent} */ event) => {
				event.preventDefault();
				const message = field.value.trim();
				const from = number;
				if (message === '' || node.ariaBusy === 'true' || !(await send(from, message))) return;
				drafts.delete(from);
				if (from === number) field.value = '';
			},
		},
		stop,
		field,
		element('button', { class: 'button primary send' }, icon('send'), 'Send'),
	);

	/** @param {string} phoneNumber @param {string} message */
	async function send(phoneNumber, message) {
		setAttribute(node, 'aria-busy', 'true');
		try {
			await sandbox.reply(phoneNumber, message);
			return true;
		} catch (error) {
			showNotice(error, 'bad');
			return false;
		} finally {
			setAttribute(node, 'aria-busy', null);
		}
	}

	return {
		node,
		/** @param {string} phoneNumber */
		update(phoneNumber) {
			if (phoneNumber === number) return;
			number = phoneNumber;
			field.value = drafts.get(number) ?? '';
			setAttribute(field, 'aria-label', `Reply from ${phoneName(number)}`);
			setAttribute(stop, 'aria-label', `Send STOP from ${phoneName(number)}`);
		},
	};
}
