import { rawKey, type RowSpec, text } from '../row-spec';

export const shortLink = {
	url: text('The link as it was given'),
	shortUrl: text('Its short form'),
	...rawKey,
} satisfies RowSpec;
