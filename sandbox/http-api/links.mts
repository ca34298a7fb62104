import { failed, type Endpoint } from './call.mts';

/** `shortenUrl`: a short address that leads to the long one. */
export const shortenUrl: Endpoint = ({ sandbox, get }) => {
	const url = get('url').trim();
	if (!URL.canParse(url) || !/^https?:/i.test(url)) return failed('L’url est invalide');
	return { url, shortUrl: sandbox.shortAddress(sandbox.links.add(url, null).code) };
};
