/** The words of a list that is written for reading. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a person may say before STOP: "Bonjour, merci de me désabonner". */
const BEFORE = words(`
	bonjour bonsoir salut hello hi dear madame monsieur mme mr messieurs
	svp stp s il te vous plait merci de d accord please pls thanks ok re
	je j veux voudrais souhaite desire demande me m se a etre veuillez pouvez voulez
	i want would like to can you sms
	non no
`);

/** What belongs to STOP: what is sent, courtesy, and the small words that join them. */
const BELONGING = words(`
	sms mms msg msgs message messages texto textos text texts texte textes mail mails email emails
	pub pubs publicite publicites publicitaire publicitaires promo promos promotion promotions
	promotionnel promotionnels offre offres newsletter newsletters info infos notif notifs
	notification notifications alerte alertes rappel rappels relance relances appel appels contact
	contacts demarchage marketing commercial commerciaux campagne campagnes envoi envois spam spams
	sollicitation sollicitations harcelement liste list listes fichier fichiers numero numeros num
	number telephone tel mobile portable abo all

	svp stp s il te vous plait merci bonjour bonsoir cordialement cdt bonne bien journee soiree
	avance beaucoup desole desolee please pls plz thanks thank thx sorry ok you

	a au aux ce ces cet cette d de des du en et l la le les ma mes mon n ne on par pas plus pour
	qu que rien sur ta tes ton tous tout toute toutes un une vos votre part y moi me m nous je j ca
	any do don t dont from i it more my no not of off the this these those that to us your

	envoyer recevoir contacter ecrire appeler deranger harceler solliciter importuner telephoner
	veux voudrais souhaite desire demande suis etre interesse interessee assez marre trop
	sending texting messaging contacting calling receiving receive want spamming
	retirez retirer supprimez supprimer enlevez enlever effacez effacer rayez rayer remove delete
	desabonner desabonnez desabonnement desinscrire desinscrivez desinscription unsubscribe
	arretez arreter arret
	laissez laisser tranquille maintenant immediatement definitivement desormais now immediately
`);

/** What means no more SMS only beside a "no": "Stop, appelez-moi" asks for the contrary. */
const BELONGING_TO_NO = words(`
	envoyez envoie contactez ecrivez appelez derangez harcelez sollicitez telephonez
	send call message bother
`);

/** What says no. */
const NO = words('ne n pas plus rien jamais no not don dont');

/** What people write in place of STOP. */
const LIKE_STOP = words(`
	arret arrets arreter arretez arrete stopper stoppez stoppe
	desabonner desabonnez desabonne desabonnee desabonnement desabo
	desinscrire desinscrivez desinscris desinscrit desinscrite desinscription
	unsubscribe optout
`);

/** A piece of a reply that means something for this question. */
type Token =
	| { readonly kind: 'word'; readonly text: string }
	/** How many digits it has; blanks and points inside a number do not part it. */
	| { readonly kind: 'number'; readonly digits: number }
	/** Punctuation or a new line: what follows is said beside it. */
	| { readonly kind: 'end' };

/** STOP stands at the beginning: more of a long reply is never looked at. */
const MOST = 500;

const PIECES =
	/(\p{L}+)|(\p{N}+(?:[ .]?\p{N}+)*)|([!?;\r\n\u2028\u2029]|[.,](?![\p{L}\p{N}])|(?<=\s)[-\u2013\u2014](?=\s))/gu;

/** Words without case, accents and what cannot be seen; full width and fancy letters as plain ones. */
function tokensOf(message: string): Token[] {
	const plain = message
		.slice(0, MOST)
		.normalize('NFKD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.toLowerCase()
		.replace(/(?<![\p{L}\p{N}])s([ .*_-]*)t\1o\1p(?![\p{L}\p{N}])/u, 'stop')
		.replace(/(?<!\p{L})opt[ -]out(?!\p{L})/u, 'optout');
	return [...plain.matchAll(PIECES)].map(([, word, number]): Token => {
		if (word !== undefined) return { kind: 'word', text: word };
		if (number === undefined) return { kind: 'end' };
		return { kind: 'number', digits: number.replace(/[ .]/g, '').length };
	});
}

/** Phones repeat letters: "STOPPP". */
const isStopWord = (word: string): boolean => /^s+t+o+p+$/.test(word);

/** "STOPSMS": the blank was forgotten. */
const isGlued = (word: string): boolean =>
	/^stop.{3,}/u.test(word) && BELONGING.has(word.slice('stop'.length));

/** A short number, or the phone that is to be left alone; "5" may be a time or a place. */
const isPhone = (token: Token): boolean => token.kind === 'number' && token.digits >= 4;

function belong(tokens: readonly Token[]): boolean {
	const saysNo = tokens.some((token) => token.kind === 'word' && NO.has(token.text));
	return tokens.every((token) => {
		if (token.kind !== 'word') return token.kind === 'end' || isPhone(token);
		const { text } = token;
		if (BELONGING.has(text) || isStopWord(text) || isGlued(text)) return true;
		return saysNo && BELONGING_TO_NO.has(text);
	});
}

const wordAt = (tokens: readonly Token[], index: number): string => {
	const token = tokens[index];
	return token?.kind === 'word' ? token.text : '';
};

/**
 * Whether a reply asks to be texted no more. The one definition for trigger, reads and all that
 * comes after them; `docs/webhooks.md` gives it to users, with examples of both sides.
 *
 * STOP comes first, courtesy aside, and nothing follows it but words that belong to it, or
 * punctuation. Words that only mean the same (`Désabonner`, `Arrêt`) must be the whole reply: no
 * operator knows them, and people use them for other things.
 *
 * @param message the text of the reply, with entities decoded
 */
export function isStop(message: string | null): boolean {
	const tokens = tokensOf(message ?? '');
	let start = 0;
	for (const token of tokens) {
		const isBefore = token.kind === 'word' ? BEFORE.has(token.text) : token.kind === 'end';
		if (!isBefore && !isPhone(token)) break;
		start++;
	}
	const word = wordAt(tokens, start);
	const rest = tokens.slice(start + 1);
	if (isStopWord(word) || isGlued(word)) {
		// "Non stop" goes on and on.
		if (/^non?$/.test(wordAt(tokens, start - 1))) return false;
		const end = rest.findIndex(({ kind }) => kind === 'end');
		return belong(end === -1 ? rest : rest.slice(0, end));
	}
	if (!LIKE_STOP.has(word) || /^(?:pas|jamais)$/.test(wordAt(rest, 0))) return false;
	return belong(rest);
}

/** French operators honor a sender name only in texts that tell how to unsubscribe (fact sheet 3.2). */
const MENTION = ' STOP au 36180';

/** Short numbers have five digits and begin with 3 to 8, says the CNIL. */
const SHORT_NUMBER = String.raw`(?<!\p{N})[3-8](?:\d{4}|\d \d{3}|\d{2} \d{2}| \d{2} \d{2})(?!\p{N})`;
const SIGNS = String.raw`[\s"'()<>=:*\u00AB\u00BB\u2018\u2019\u201C\u201D.,/-]*`;
const JOINING =
	'sms|mms|msg|pubs?|publicites?|message|texto|au|aux|a|to|by|par|via|gratuit|gratuitement|' +
	'le|numero|num|number|court|et|and|puis|envoyez|envoyer|envoi|send';

const BEFORE_NUMBER = new RegExp(
	String.raw`(?<![\p{L}\p{N}])(?<!non[\s-])stop(${SIGNS}(?:(?:${JOINING})(?!\p{L})${SIGNS})*)(${SHORT_NUMBER})`,
	'giu',
);
const AFTER_NUMBER = new RegExp(
	String.raw`(?<!\p{L})(?:au|to)\s+${SHORT_NUMBER}${SIGNS}(?:(?:le|mot|avec|par|by|with|en|envoyant)(?!\p{L})${SIGNS})*stop(?!\p{L})`,
	'iu',
);

/**
 * Whether a text tells how to unsubscribe: STOP with a short number, in any of the ways that people
 * write it. "Stop 38000 Grenoble" may be a place: without a word or sign between the two, only the
 * numbers count that bulk SMS come from.
 */
export function hasStopMention(text: string): boolean {
	const plain = text.normalize('NFKD').replace(/[\p{M}\p{Cf}]/gu, '');
	for (const [, between = '', number = ''] of plain.matchAll(BEFORE_NUMBER)) {
		if (/[=:>]|\p{L}/u.test(between) || number.startsWith('36')) return true;
	}
	return AFTER_NUMBER.test(plain);
}

/** The text with its STOP mention, once: a text that has one is left alone. */
export const withStopMention = (text: string): string =>
	hasStopMention(text) ? text : `${text}${MENTION}`;
