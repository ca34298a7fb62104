import type { Chance } from './chance.mts';

const ten = (name: string) => `&${name};`.repeat(10);

const BOMB = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "${ten('a')}"><!ENTITY c "${ten('b')}"><!ENTITY d "${ten('c')}"><!ENTITY e "${ten('d')}"><!ENTITY f "${ten('e')}"><!ENTITY g "${ten('f')}"><!ENTITY h "${ten('g')}">]>`;
const EXTERNAL = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const PARAMETER = '<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]>';

const TRICKS: ReadonlyArray<(inner: string, chance: Chance) => string> = [
	(inner) => `<?xml version="1.0"?>${BOMB}<r>${inner}<text>&h;</text></r>`,
	(inner) => `${EXTERNAL}<r>${inner}<statusText>&x;</statusText></r>`,
	(inner) => `${PARAMETER}<r>${inner}</r>`,
	(inner) => `<!DOCTYPE r [<!ENTITY a "&a;">]><r>${inner}&a;</r>`,
	(inner, chance) => {
		const depth = chance.percent(2) ? 50_000 : chance.pick([10, 200, 3_000]);
		return `${'<n>'.repeat(depth)}${inner}${'</n>'.repeat(depth)}`;
	},
	(inner, chance) =>
		`${'<n>'.repeat(chance.percent(2) ? 100_000 : chance.pick([10, 3_000]))}${inner}`,
	(inner) => `<r a="1" a="2" __proto__="x" constructor='y'>${inner}</r>`,
	(inner) => `<r ${'a="b" '.repeat(2_000)}>${inner}</r>`,
	(inner) => `<r>${inner}<__proto__><polluted>yes</polluted></__proto__></r>`,
	(inner) =>
		`<r>${inner}<constructor><prototype><polluted>yes</polluted></prototype></constructor></r>`,
	(inner) => `<r>${inner}<![CDATA[ unclosed </r>`,
	(inner) => `<r><![CDATA[${inner}]]]]><![CDATA[>]]></r>`,
	(inner) => `<r>&#x0;&#xD800;&#1114112;&#99999999999;&amp;amp;${inner}</r>`,
	(inner) => `<r>${inner}</R>`,
	(inner) => `<r>${inner}</r><r>${inner}</r>`,
	(inner) => `<?php evil ?><!-- -- --><r>${inner}</r>`,
	(inner) => `<r:r xmlns:r="urn:x">${inner}</r:r>`,
	(inner) => `<!DOCTYPE html><html><body>${inner}</body></html>`,
	(inner) => `<html><head><title>502 Bad Gateway</title></head>${inner}</html>`,
	() => '<',
	() => '<>',
	() => '<!DOCTYPE',
	() => `<${'a'.repeat(100_000)}`,
	() => `<r>${'&'.repeat(50_000)}</r>`,
	() => `<r>${'<!--'.repeat(20_000)}</r>`,
	() => `<r ${'x'.repeat(50_000)}/>`,
];

/** An XML document that tries to harm its reader, around some content. */
export const xmlTrick = (inner: string, chance: Chance): string => {
	const trick = TRICKS[chance.below(TRICKS.length)];
	return trick ? trick(inner, chance) : inner;
};
