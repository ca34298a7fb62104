/** A question with two buttons, or with one where nothing else is said. */
export const ORDER = { to: '06 12 34 56 78', message: 'Order 1234 over 900 € waits for you:' };

/** A second button, to decline. */
export const BOTH = { approvalOptions: { values: { approvalType: 'double' } } };

/** A question that a reply answers. */
export const BY_SMS = {
	to: '06 12 34 56 78',
	message: 'Do you come?',
	responseType: 'smsReply',
};
