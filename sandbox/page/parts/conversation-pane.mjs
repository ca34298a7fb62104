import { element, icon, setAttribute, setText } from '../element.mjs';
import { phoneName } from '../wording.mjs';
import { bubbleLog } from './bubble-log.mjs';
import { composer } from './composer.mjs';
import { welcome } from './welcome.mjs';

/** @typedef {import('../state.mjs').State} State */

/** One phone as its owner sees it: the SMS, a field for a reply and STOP. */
export function conversationPane() {
	const title = element('h2');
	const stopped = element(
		'span',
		{ class: 'tag', 'data-tone': 'bad', hidden: true },
		'Blacklisted by STOP',
	);
	const head = element(
		'header',
		{ class: 'conversation-head' },
		element('a', { href: '#/phones', class: 'back', 'aria-label': 'All phones' }, icon('back')),
		title,
		stopped,
	);
	const log = bubbleLog();
	const advice = element('p', { class: 'advice', hidden: true });
	const reply = composer();
	const phone = element(
		'div',
		{ class: 'conversation', hidden: true },
		head,
		log.node,
		advice,
		reply.node,
	);
	const start = welcome();
	const node = element(
		'section',
		{ class: 'conversation-pane', 'aria-label': 'Conversation' },
		start.node,
		phone,
	);

	return {
		node,
		/** @param {State} state @param {string} number the phone that is open, '' = none */
		update(state, number) {
			setAttribute(phone, 'hidden', number === '');
			setAttribute(start.node, 'hidden', number !== '');
			start.update(state);
			if (number === '') return;
			const open = state.phones.find((candidate) => candidate.phoneNumber === number);
			setText(title, phoneName(number));
			setAttribute(stopped, 'hidden', !open?.blacklisted);
			log.update(number, open?.conversation ?? []);
			setAttribute(
				advice,
				'hidden',
				state.webhooks.replyUrl !== '' && state.webhooks.replyUrl !== null,
			);
			if (advice.childNodes.length === 0) advice.append(...noReplyAddress());
			reply.update(number);
		},
	};
}

const noReplyAddress = () => [
	'Replies are kept here but pushed nowhere yet: ',
	element('a', { href: '#/webhooks' }, 'set the reply address'),
	'.',
];
