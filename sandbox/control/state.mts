import type { Sms } from '../campaigns/campaign.mts';
import { countries, inEuro } from '../numbers/countries.mts';
import { endings } from '../numbers/endings.mts';
import type { Reply } from '../replies/reply-book.mts';
import type { Sandbox } from '../sandbox.mts';
import { clockView } from './clock.mts';
import type { State } from './outputs.mts';
import { canReply } from './reply.mts';
import { accountView, campaignView, iso, listView, pushView, voiceView } from './views.mts';

/** What the page gets of long histories: it reads the whole state at every change. */
const SHOWN_REQUESTS = 200;
const SHOWN_PUSHES = 500;
const SHOWN_BODY = 4_000;

interface Line {
	readonly place: number;
	/** Instant for which it is scheduled, while it did not leave. */
	readonly due: number | null;
	readonly view: State['phones'][number]['conversation'][number];
}

const arrived = (sms: Sms): Line => ({
	place: sms.campaign.place,
	due: sms.status === 'scheduled' ? sms.campaign.scheduledFor : null,
	view: {
		direction: 'out',
		text: sms.text,
		segments: sms.segments,
		sender: sms.sender,
		requestedSender: sms.campaign.requestedSender,
		smsId: sms.smsId,
		campaignId: sms.campaign.campaignId,
		status: sms.status,
		at: iso(sms.campaign.departedAt ?? sms.campaign.createdAt),
		scheduledFor: sms.campaign.scheduledFor === null ? null : iso(sms.campaign.scheduledFor),
	},
});

const typed = (reply: Reply): Line => ({
	place: reply.place,
	due: null,
	view: { direction: 'in', text: reply.message, at: iso(reply.at) },
});

/** What happened in its order, then what is scheduled in its own. */
const inOrder = (one: Line, other: Line): number =>
	(one.due ?? 0) - (other.due ?? 0) || one.place - other.place;

const newestPlace = (lines: readonly Line[]): number =>
	lines.reduce((newest, { place }) => Math.max(newest, place), 0);

function phones(sandbox: Sandbox) {
	const lines = new Map<string, Line[]>();
	const add = (phoneNumber: string, line: Line) => {
		const conversation = lines.get(phoneNumber);
		if (conversation) conversation.push(line);
		else lines.set(phoneNumber, [line]);
	};
	for (const sms of sandbox.campaigns.sms) add(sms.phoneNumber, arrived(sms));
	for (const reply of sandbox.replies.all) add(reply.phoneNumber, typed(reply));
	const byNews = [...lines].map(([phoneNumber, conversation]) => ({
		phoneNumber,
		conversation,
		news: newestPlace(conversation),
	}));
	byNews.sort((one, other) => other.news - one.news);
	return byNews.map(({ phoneNumber, conversation }) => ({
		phoneNumber,
		canReply: canReply(sandbox, phoneNumber),
		blacklisted: sandbox.blacklist.hasAnywhere(phoneNumber),
		conversation: conversation.sort(inOrder).map(({ view }) => view),
	}));
}

const shortened = (body: string): string =>
	body.length > SHOWN_BODY ? `${body.slice(0, SHOWN_BODY)}… (${body.length} characters)` : body;

const priceList = countries.map((country) => ({ ...country, euro: inEuro(country.credits) }));

/** Everything that the page shows. */
export function stateOf(sandbox: Sandbox): State {
	return {
		clock: clockView(sandbox),
		account: accountView(sandbox.accounts.main),
		phones: phones(sandbox),
		campaigns: sandbox.campaigns.campaigns.map(campaignView),
		webhooks: sandbox.webhooks,
		pushes: sandbox.pushLog.all.slice(-SHOWN_PUSHES).map(pushView),
		requests: sandbox.requests.all
			.slice(-SHOWN_REQUESTS)
			.map((request) => ({ ...request, body: shortened(request.body) })),
		faults: [...sandbox.faults.waiting],
		lists: sandbox.lists.all.map(listView),
		subAccounts: sandbox.accounts.subAccountsOf(sandbox.accounts.main).map(accountView),
		voiceMessages: sandbox.voice.all.map((message) => voiceView(message, sandbox.clock.now())),
		prices: priceList,
		endings: endings.map(({ digits, meaning }) => ({ digits, meaning })),
	};
}
