/** @typedef {import('./state.mjs').Phone} Phone */

/** What is searched for, as it is typed. */
let query = '';

/** @param {string} typed */
export function searchFor(typed) {
	query = typed;
}

/** What is searched for. */
export const currentSearch = () => query;

/** Whether the reader looks for something. */
export const isSearching = () => query.trim() !== '';

/** The phones that are looked for. @param {readonly Phone[]} phones */
export const foundPhones = (phones) => phones.filter(matching(query));

/**
 * Numbers match as people type them (`06 12`, `+336 12`, `612`), a campaign by its
 * id, everything else is looked for in the texts.
 *
 * @param {string} typed
 * @returns {(phone: Phone) => boolean}
 */
function matching(typed) {
	const wanted = typed.trim().toLocaleLowerCase();
	if (wanted === '') return () => true;
	const digits = /^[\d\s+().-]+$/.test(wanted) ? wanted.replace(/\D/g, '').replace(/^0+/, '') : '';
	return (phone) =>
		(digits !== '' && phone.phoneNumber.includes(digits)) ||
		phone.conversation.some(
			({ text, campaignId }) => campaignId === wanted || text.toLocaleLowerCase().includes(wanted),
		);
}
