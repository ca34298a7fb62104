/** A number with its noun, for people: `1 recipient`, `1,200 recipients`. */
export const counted = (count: number, noun: string): string =>
	`${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
