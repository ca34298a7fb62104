import { XMLBuilder } from 'fast-xml-parser';

import type { SmsData, SmsDataTags, SmsDataValue } from './sms-data';

const CDATA = '#cdata';

/**
 * Made for each payload, so that nothing of the library is loaded before there is one in XML. In
 * CDATA the builder splits the one sequence that would end it.
 */
const newBuilder = () => new XMLBuilder({ cdataPropName: CDATA, processEntities: false });

/**
 * What XML 1.0 cannot write: most control characters and the two non-characters. A carriage
 * return could be written, but every reader turns it into a line feed.
 */
const UNWRITABLE = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

const TAG = /^[A-Za-z_][\w.-]*$/;

const isList = (value: SmsDataValue): value is readonly SmsDataValue[] => Array.isArray(value);

function valueFits(value: SmsDataValue, inList: boolean): boolean {
	if (typeof value !== 'object') return !UNWRITABLE.test(String(value));
	// A list inside a list has no name for its elements, and an empty one no element.
	if (isList(value))
		return !inList && value.length > 0 && value.every((each) => valueFits(each, true));
	return tagsFit(value);
}

const tagsFit = (tags: SmsDataTags): boolean =>
	Object.entries(tags).every(([tag, value]) => TAG.test(tag) && valueFits(value, false));

/** Whether XML can carry the payload without changing a character of it. */
export const fitsXml = (data: SmsData): boolean => tagsFit(data.DATA);

/** Free text is CDATA, as in the provider's examples; numbers, dates and plain names need none. */
const IS_PLAIN = /^[A-Za-z1-9][\w:-]*(?: [\w:-]+)*$/;
const FREE_TEXT = /^(?:MESSAGE|PARAM_\d+)$/;

function node(tag: string, value: SmsDataValue): unknown {
	if (isList(value)) return value.map((member) => node(tag, member));
	if (typeof value === 'object') return nodes(value);
	const text = String(value);
	return IS_PLAIN.test(text) && !FREE_TEXT.test(tag) ? text : { [CDATA]: text };
}

function nodes(tags: SmsDataTags): Record<string, unknown> {
	return Object.fromEntries(Object.entries(tags).map(([tag, value]) => [tag, node(tag, value)]));
}

/** The payload as XML text; only for what {@link fitsXml}. */
export const toXml = (data: SmsData): string => newBuilder().build({ DATA: nodes(data.DATA) });
