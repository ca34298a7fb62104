/**
 * @typedef {Node | string | number | null | undefined | false} Child
 */

/**
 * Builds an element. A function is a listener (`onclick`), true/false switch an attribute on or off,
 * and strings among the children become text nodes: what an SMS says is never read as HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
	const node = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (typeof value === 'function') {
			node.addEventListener(name.slice(2), (event) => value(event));
		} else {
			setAttribute(node, name, value);
		}
	}
	for (const child of children) {
		if (child === null || child === undefined || child === false) continue;
		node.append(child instanceof Node ? child : String(child));
	}
	return node;
}

/**
 * @param {Element} node
 * @param {string} name
 * @param {unknown} value false, null and undefined remove the attribute; true sets it without a value
 */
export function setAttribute(node, name, value) {
	if (value === false || value === null || value === undefined) {
		node.removeAttribute(name);
		return;
	}
	const text = value === true ? '' : String(value);
	if (node.getAttribute(name) !== text) node.setAttribute(name, text);
}

/**
 * Touches the document only when the text is another one, so that a selection survives an update.
 *
 * @param {Element} node
 * @param {string | number} text
 */
export function setText(node, text) {
	const wanted = String(text);
	if (node.textContent !== wanted) node.textContent = wanted;
}

/**
 * One drawing of the set in icons.svg.
 *
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('class', 'icon');
	svg.setAttribute('aria-hidden', 'true');
	const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
	use.setAttribute('href', `/page/icons.svg#${name}`);
	svg.append(use);
	return svg;
}
