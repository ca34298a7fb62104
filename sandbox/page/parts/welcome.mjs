import { element, setText } from '../element.mjs';
import { renderRows } from '../keyed-list.mjs';
import { connectionCard } from './connection-card.mjs';

/** What a person sees before a phone is chosen: what this is and what to do. */
export function welcome() {
	const title = element('h2');
	const lead = element('p');
	const endings = element('dl', { class: 'endings' });
	const node = element(
		'div',
		{ class: 'welcome scroll' },
		title,
		lead,
		connectionCard(),
		element('h3', {}, 'Numbers that fail on purpose'),
		element('p', { class: 'faint' }, 'Every other number receives its SMS.'),
		endings,
	);

	return {
		node,
		/** @param {import('../state.mjs').State} state */
		update(state) {
			const quiet = state.phones.length === 0;
			setText(title, quiet ? 'Waiting for the first SMS' : 'Choose a phone');
			setText(
				lead,
				quiet
					? 'Give n8n the address, login and key below and run a workflow that sends an SMS. The phones appear on the left, and you answer for their owners.'
					: 'Read its SMS, answer for its owner, or send STOP.',
			);
			renderRows(endings, state.endings, {
				key: ({ digits }) => digits,
				create: ({ digits, meaning }) =>
					element('div', {}, element('dt', {}, `…${digits}`), element('dd', {}, meaning)),
				update: () => {},
			});
		},
	};
}
