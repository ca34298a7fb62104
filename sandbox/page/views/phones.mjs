import { element, setAttribute } from '../element.mjs';
import { activityFeed } from '../parts/activity-feed.mjs';
import { conversationPane } from '../parts/conversation-pane.mjs';
import { phoneList } from '../parts/phone-list.mjs';
import { dropStaleMarks, markRead, unread } from '../read-marks.mjs';

/** The phones on the left, one conversation in the middle, what goes back to n8n on the right. */
export function phonesView() {
	const list = phoneList();
	const conversation = conversationPane();
	const activity = activityFeed();
	const node = element('div', { class: 'phones' }, list.node, conversation.node, activity.node);

	return {
		id: 'phones',
		title: 'Phones',
		node,
		/** @param {import('../state.mjs').State} state */
		badge: (state) => state.phones.filter((phone) => unread(phone) > 0).length,
		/** @param {import('../state.mjs').State} state @param {string} number */
		update(state, number) {
			const phone = state.phones.find((candidate) => candidate.phoneNumber === number);
			dropStaleMarks(state.phones);
			if (phone && document.visibilityState === 'visible') markRead([phone]);
			const pane = number === '' && state.phones.length > 0 ? 'list' : 'conversation';
			setAttribute(node, 'data-open', pane);
			list.update(state, number);
			conversation.update(state, number);
			activity.update(state);
		},
	};
}
