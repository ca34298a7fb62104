import { failed, type Endpoint } from './call.mts';

/** `sendMms`: in the manual of 2017, no longer in those of 2019 and 2020. */
export const sendMms: Endpoint = () => failed('L’envoi de MMS n’est plus proposé');

/** `sendEmail`: its answer and its present state are in no document. */
export const sendEmail: Endpoint = () => failed('L’envoi d’emails n’est plus proposé');

/** `sendVms`: its parameters are in no document; REST has voice messages. */
export const sendVms: Endpoint = () =>
	failed('Les messages vocaux passent par l’API REST : POST /voice/send/bulk');
