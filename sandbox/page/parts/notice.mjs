/** How long a notice stays, in milliseconds. */
const staysFor = 6_000;

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * One line at the foot of the page that goes away by itself.
 *
 * @param {unknown} message text, or what was thrown
 * @param {'good' | 'bad'} [tone]
 */
export function showNotice(message, tone = 'good') {
	const notice = /** @type {HTMLElement} */ (document.getElementById('notice'));
	notice.textContent = message instanceof Error ? message.message : String(message);
	notice.dataset.tone = tone;
	notice.classList.add('shown');
	clearTimeout(timer);
	timer = setTimeout(() => notice.classList.remove('shown'), staysFor);
}
