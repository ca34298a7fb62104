/** Under this name the browser keeps how many SMS of each phone were looked at. */
const storageName = 'allmysms-sandbox-read';

/** @type {Record<string, number>} */
let marks = JSON.parse(localStorage.getItem(storageName) ?? '{}');

const keep = () => localStorage.setItem(storageName, JSON.stringify(marks));

/** What did not reach its phone. */
const held = new Set(['scheduled', 'cancelled']);

/** @param {readonly import('./state.mjs').Message[]} messages */
const countArrived = (messages) =>
	messages.filter(({ direction, status }) => direction === 'out' && !held.has(status ?? '')).length;

/** @param {import('./state.mjs').Phone} phone */
const arrived = ({ conversation }) => countArrived(conversation);

/** Who answered has read what was there before. @param {import('./state.mjs').Phone} phone */
const sinceTheReply = ({ conversation }) =>
	countArrived(
		conversation.slice(conversation.findLastIndex(({ direction }) => direction === 'in') + 1),
	);

/**
 * SMS that arrived on a phone since somebody looked at it or answered.
 *
 * @param {import('./state.mjs').Phone} phone
 */
export const unread = (phone) =>
	Math.max(0, Math.min(arrived(phone) - (marks[phone.phoneNumber] ?? 0), sinceTheReply(phone)));

/** @param {readonly import('./state.mjs').Phone[]} phones */
export function markRead(phones) {
	let changed = false;
	for (const phone of phones) {
		if (unread(phone) === 0) continue;
		marks[phone.phoneNumber] = arrived(phone);
		changed = true;
	}
	if (changed) keep();
}

/**
 * Forgets marks that are ahead of the phones: the sandbox was reset or started anew.
 *
 * @param {readonly import('./state.mjs').Phone[]} phones
 */
export function dropStaleMarks(phones) {
	const counts = new Map(phones.map((phone) => [phone.phoneNumber, arrived(phone)]));
	const kept = Object.entries(marks).filter(([number, mark]) => mark <= (counts.get(number) ?? 0));
	if (kept.length === Object.keys(marks).length) return;
	marks = Object.fromEntries(kept);
	keep();
}
