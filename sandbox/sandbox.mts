import type { Account } from './accounts/account.mts';
import { AccountBook } from './accounts/account-book.mts';
import { CampaignBook } from './campaigns/campaign-book.mts';
import type { Campaign, Sms } from './campaigns/campaign.mts';
import { Clock } from './clock/clock.mts';
import { ChangeSignal } from './change-signal.mts';
import { FaultPlan } from './faults/fault-plan.mts';
import { LinkBook, SHORT_PATH } from './links/link-book.mts';
import { ListBook } from './lists/list-book.mts';
import { PushLog } from './pushes/push-log.mts';
import { receiptParameters, replyParameters } from './pushes/push-parameters.mts';
import { PushQueue } from './pushes/push-queue.mts';
import type { Push, PushKind } from './pushes/push.mts';
import { NO_WEBHOOKS, type Webhooks } from './pushes/webhooks.mts';
import { ReceiptSchedule } from './receipts/receipt-schedule.mts';
import { Blacklist } from './replies/blacklist.mts';
import { ReplyBook, type Reply } from './replies/reply-book.mts';
import { RequestLog } from './requests/request-log.mts';
import { DEFAULT_HABITS, type AnswerHabits, type Settings } from './settings.mts';
import { VoiceBook } from './voice/voice-message.mts';

/** Everything that is gone after a reset. */
function emptyBooks(clock: Clock) {
	return {
		accounts: new AccountBook(clock),
		campaigns: new CampaignBook(),
		replies: new ReplyBook(),
		blacklist: new Blacklist(),
		voice: new VoiceBook(),
		lists: new ListBook(),
		links: new LinkBook(),
		pushLog: new PushLog(),
		/** Identifiers of sends that were accepted, with their accounts. */
		uniqueIdentifiers: new Set<string>(),
	};
}

/** The stand-in for AllMySMS without its network: books, clocks and outgoing pushes. */
export class Sandbox {
	readonly clock = new Clock();
	private books = emptyBooks(this.clock);
	private requestLog = new RequestLog(this.clock, () => this.accounts.keys);
	readonly changes = new ChangeSignal();
	readonly faults = new FaultPlan();
	readonly receipts: ReceiptSchedule;
	private readonly queue: PushQueue;
	private places = 0;
	settings: Settings;
	habits: AnswerHabits = DEFAULT_HABITS;
	webhooks: Webhooks = NO_WEBHOOKS;

	/** Address under which the sandbox is reached, without a slash at its end. */
	origin = '';

	constructor(private readonly firstSettings: Settings) {
		this.settings = firstSettings;
		this.queue = new PushQueue(
			this.clock,
			() => this.settings.pushes,
			() => this.faults.nextForPush(),
			() => this.changes.raise(),
		);
		this.receipts = new ReceiptSchedule(
			this.clock,
			() => this.settings.receiptDelaysMs,
			(sms) => this.pushReceipts(sms),
		);
	}

	get accounts() {
		return this.books.accounts;
	}
	get campaigns() {
		return this.books.campaigns;
	}
	get replies() {
		return this.books.replies;
	}
	get blacklist() {
		return this.books.blacklist;
	}
	get voice() {
		return this.books.voice;
	}
	get lists() {
		return this.books.lists;
	}
	get links() {
		return this.books.links;
	}
	get pushLog() {
		return this.books.pushLog;
	}
	get uniqueIdentifiers() {
		return this.books.uniqueIdentifiers;
	}
	get requests() {
		return this.requestLog;
	}

	/** The clock may go back: what happened after what is told by counting. */
	nextPlace(): number {
		this.places++;
		return this.places;
	}

	/** Lets a campaign leave: its SMS reach the phones, receipts follow. */
	depart(campaign: Campaign): void {
		campaign.departedAt = this.clock.now();
		campaign.place = this.nextPlace();
		this.campaigns.depart(campaign);
		const stopped: Sms[] = [];
		for (const sms of campaign.sms) {
			const isStopped = this.blacklist.has(campaign.owner, sms.phoneNumber);
			if (isStopped) stopped.push(sms);
			else sms.status = 'accepted';
		}
		if (stopped.length > 0) this.receipts.reject(stopped);
		this.receipts.follow(campaign);
		this.changes.raise();
	}

	/** Lets a campaign leave when it is due, unless it is cancelled before. */
	departLater(campaign: Campaign, due: number): void {
		this.clock.at(due, () => {
			if (campaign.cancelledAt === null) this.depart(campaign);
		});
	}

	private pushReceipts(sms: readonly Sms[]): void {
		for (const each of sms) {
			if (each.receipt) {
				this.push(
					'deliveryReport',
					this.webhooks.deliveryReportUrl,
					receiptParameters(each, each.receipt),
				);
			}
		}
		this.changes.raise();
	}

	/** Tells the webhook of a reply. */
	pushReply(reply: Reply): void {
		this.push('reply', this.webhooks.replyUrl, replyParameters(reply));
		this.changes.raise();
	}

	private push(kind: PushKind, url: string, body: Push['body']): void {
		if (url === '') return;
		const { method, encoding } = this.webhooks;
		const push: Push = {
			id: this.pushLog.nextId(),
			kind,
			url,
			method,
			encoding,
			body,
			attempts: [],
			state: 'waiting',
		};
		this.pushLog.add(push);
		this.queue.add(push);
	}

	/** The short address of a code. */
	shortAddress(code: string): string {
		return `${this.origin}${SHORT_PATH}${code}`;
	}

	/** The account that an answer is for, with its sub-account where one is named. */
	actingFor(account: Account, subAccount: string): Account | undefined {
		if (subAccount === '' || subAccount.toLowerCase() === account.login.toLowerCase())
			return account;
		return this.accounts.subAccountOf(account, subAccount);
	}

	/**
	 * Back to the start, but for the webhook addresses: they are settings of the client area, and
	 * a person who empties the phones still wants to receive.
	 */
	reset(): void {
		this.clock.reset();
		this.queue.clear();
		this.faults.set([]);
		this.books = emptyBooks(this.clock);
		this.requestLog = new RequestLog(this.clock, () => this.accounts.keys);
		this.settings = this.firstSettings;
		this.habits = DEFAULT_HABITS;
		this.changes.raise();
	}

	async close(): Promise<void> {
		this.clock.clear();
		this.changes.close();
		await this.queue.close();
	}
}
