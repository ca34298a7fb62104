import { stat } from 'node:fs/promises';
import path from 'node:path';

import { root } from '../../../setup/places.mjs';

/** Where the pictures of the documentation are. */
export const images = path.join(root, 'docs', 'images');

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** A README is read on slow lines too. */
const largestBytes = 250_000;

/** The file of a picture: the dark one stands beside the light one. */
export const fileOf = (name: string, scheme: Scheme): string =>
	path.join(images, scheme === 'light' ? `${name}.png` : `${name}-dark.png`);

/** Says how large a picture is, and refuses one that is too large. */
export async function checkSize(file: string): Promise<void> {
	const { size } = await stat(file);
	if (size > largestBytes) throw new Error(`${file} has ${size} bytes, over ${largestBytes}`);
	console.log(`${path.relative(root, file)}: ${Math.round(size / 1_000)} kB`);
}
