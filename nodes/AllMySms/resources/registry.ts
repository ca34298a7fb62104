/** Every resource of the node, under the value that workflows store: a new one is a line here. */
export { account } from './account';
export { blacklist } from './blacklist';
export { campaign } from './campaign';
export { contact } from './contact';
export { contactList } from './contactList';
export { deliveryReport } from './deliveryReport';
export { link } from './link';
export { price } from './price';
export { reply } from './reply';
export { sms } from './sms';
export { subAccount } from './subAccount';
export { voiceMessage } from './voiceMessage';
