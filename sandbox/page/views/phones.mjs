import { html } from 'lit-html';
import { activityFeed } from '../parts/activity-feed.mjs';
import { conversationPane } from '../parts/conversation-pane.mjs';
import { phoneList } from '../parts/phone-list.mjs';
import { dropStaleMarks, markRead, unread } from '../read-marks.mjs';

/** The phones on the left, one or several conversations in the middle, what goes back to n8n on the right. @type {import('../main.mjs').View} */
export const phonesView = {
	id: 'phones',
	title: 'Phones',
	badge: ({ phones }) => phones.filter((phone) => unread(phone) > 0).length,
	draw(state, number) {
		const { phones, pushes } = state;
		const phone = phones.find((candidate) => candidate.phoneNumber === number);
		dropStaleMarks(phones);
		if (phone && document.visibilityState === 'visible') markRead([phone]);
		const pane = number === '' && phones.length > 0 ? 'list' : 'conversation';
		return html`
			<div class="phones" data-open=${pane}>
				${phoneList(phones, number)} ${conversationPane(state, number)} ${activityFeed(pushes)}
			</div>
		`;
	},
};
