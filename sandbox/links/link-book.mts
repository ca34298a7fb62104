import { randomBytes } from 'node:crypto';

/** A short address. */
export interface ShortLink {
	/** Last part of the short address. */
	readonly code: string;
	readonly url: string;
	/** The SMS that it is in; null for one that was made by `shortenUrl`. */
	readonly campaignId: string | null;
	clicks: number;
}

/** Clicks on the links of a campaign. */
export interface Clicks {
	readonly click: number;
	/** Links that were clicked at least once: every recipient has an own one. */
	readonly uniqueClick: number;
}

/** Where short addresses of the sandbox begin. */
export const SHORT_PATH = '/s/';

/** As long as every code, for texts that are only counted. */
export const PLACEHOLDER = '______';

/** Addresses in a text. */
const URLS = /\bhttps?:\/\/[^\s<>"]+/gi;

/** Punctuation that ends a sentence and not an address. */
const TAIL = /[.,;:!?)\]]+$/;

/** Every short address. */
export class LinkBook {
	private readonly links = new Map<string, ShortLink>();

	add(url: string, campaignId: string | null): ShortLink {
		const code = randomBytes(4).toString('base64url');
		const link: ShortLink = { code, url, campaignId, clicks: 0 };
		this.links.set(code, link);
		return link;
	}

	/** Counts a click and says where it leads; undefined for a code that does not exist. */
	follow(code: string): string | undefined {
		const link = this.links.get(code);
		if (link) link.clicks++;
		return link?.url;
	}

	clicksOf(campaignId: string): Clicks {
		const links = [...this.links.values()].filter((link) => link.campaignId === campaignId);
		return {
			click: links.reduce((sum, { clicks }) => sum + clicks, 0),
			uniqueClick: links.filter(({ clicks }) => clicks > 0).length,
		};
	}
}

/** Replaces every address in a text. */
export const replaceUrls = (text: string, shorten: (url: string) => string): string =>
	text.replace(URLS, (found) => {
		const tail = TAIL.exec(found)?.[0] ?? '';
		return `${shorten(found.slice(0, found.length - tail.length))}${tail}`;
	});
