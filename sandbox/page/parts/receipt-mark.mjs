import { element, icon, setAttribute, setText } from '../element.mjs';
import { receipt } from '../wording.mjs';

/** The tick of a message with its word, updated in place as receipts arrive. */
export function receiptMark() {
	const label = element('span');
	const node = element('span', { class: 'receipt' }, label);
	let drawn = '';

	/** @param {string | undefined} status */
	function update(status) {
		const { icon: name, label: text, tone } = receipt(status);
		setText(label, text);
		setAttribute(node, 'data-tone', tone);
		if (drawn === name) return;
		drawn = name;
		node.querySelector('svg')?.remove();
		node.prepend(icon(name));
	}

	return { node, update };
}
