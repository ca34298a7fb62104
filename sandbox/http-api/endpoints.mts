import { getBlacklist, getInfo } from './account.mts';
import type { Endpoint } from './call.mts';
import { deleteCampaign, getCampaignStats } from './campaigns.mts';
import { deleteContacts, getContacts, populateList } from './contacts.mts';
import { shortenUrl } from './links.mts';
import { createList, deleteList, getLists } from './lists.mts';
import { getCreditsByCountryIsoCode, getPrices } from './prices.mts';
import { getAckBySmsId, getAcks } from './receipts.mts';
import { getPull, getPullBySmsId, getPulls } from './replies.mts';
import { sendEmail, sendMms, sendVms } from './retired.mts';
import { sendSms, simplifiedSend, simulateCampaign } from './send-sms.mts';
import {
	createSubAccount,
	deleteSubAccount,
	getSubAccounts,
	manageSubAccountCredits,
	updateSubAccount,
} from './sub-accounts.mts';

/** Name of the root endpoint in faults and in the request log. */
export const SIMPLIFIED = 'simplified';

/** Every endpoint of v9.0 by its name. */
const endpoints: Readonly<Record<string, Endpoint>> = {
	[SIMPLIFIED]: simplifiedSend,
	sendSms,
	simulateCampaign,
	getAcks,
	getAckBySmsId,
	getPulls,
	getPull,
	getPullBySmsId,
	getInfo,
	getBlacklist,
	deleteCampaign,
	getCampaignStats,
	createSubAccount,
	updateSubAccount,
	getSubAccounts,
	manageSubAccountCredits,
	deleteSubAccount,
	createList,
	populateList,
	deleteContacts,
	deleteList,
	getLists,
	getContacts,
	getCreditsByCountryIsoCode,
	getPrices,
	shortenUrl,
	sendMms,
	sendEmail,
	sendVms,
};

/** An endpoint by its exact name. */
export const endpointNamed = (name: string): Endpoint | undefined =>
	Object.hasOwn(endpoints, name) ? endpoints[name] : undefined;

/** What is wrong with the name of an endpoint that does not exist. */
export function unknownEndpoint(name: string): string {
	const meant = Object.keys(endpoints).find((each) => each.toLowerCase() === name.toLowerCase());
	return meant === undefined
		? `The endpoint "${name}" does not exist`
		: `The endpoint "${name}" does not exist: names count in their case, this one is ${meant}`;
}
