/** The numbers that stand side by side, each in its place. @type {string[]} */
let places = [];

/**
 * Gives the phones with the newest SMS their places. Who is among them keeps his place, so that nothing
 * moves under a reader's hand; a new one takes the place of one that is not.
 *
 * @param {readonly string[]} newest every number, the newest first
 * @param {number} size how many places there are
 * @param {(number: string) => boolean} isHeld whether somebody is typing there
 * @returns {readonly string[]}
 */
export function placesFor(newest, size, isHeld) {
	const existing = new Set(newest);
	const wanted = new Set(newest.slice(0, size));
	const kept = places
		.slice(0, size)
		.filter((number) => existing.has(number))
		.map((number) => (wanted.has(number) || isHeld(number) ? number : null));
	const fresh = [...wanted].filter((number) => !kept.includes(number));
	const filled = kept.map((number) => number ?? fresh.shift() ?? null);
	places = [...filled.filter((number) => number !== null), ...fresh].slice(0, size);
	return places;
}
