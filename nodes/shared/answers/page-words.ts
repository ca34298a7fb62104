/** The fixed words of the page, in one language. */
interface PageWords {
	/** Heading of a question without one of its own. */
	readonly title: string;
	/** Name of the field for an answer in words. */
	readonly answer: string;
	readonly send: string;
	readonly thanks: string;
	readonly recorded: string;
	readonly yourAnswer: string;
	readonly answeredTitle: string;
	readonly answered: string;
	readonly expiredTitle: string;
	readonly expired: string;
	readonly unknownTitle: string;
	readonly unknown: string;
	readonly nothingChosen: string;
	readonly nothingWritten: string;
	/** `{most}` stands for a number. */
	readonly tooLong: string;
}

const en: PageWords = {
	title: 'Your answer is needed',
	answer: 'Your answer',
	send: 'Send',
	thanks: 'Thank you',
	recorded: 'Your answer has been received. You can close this page.',
	yourAnswer: 'Your answer:',
	answeredTitle: 'Already answered',
	answered: 'This question has already been answered. There is nothing more to do.',
	expiredTitle: 'Too late',
	expired: 'The time to answer this question is over.',
	unknownTitle: 'This link does not work',
	unknown: 'Please open the link exactly as it stands in the SMS.',
	nothingChosen: 'Please choose one of the answers.',
	nothingWritten: 'Please write an answer first.',
	tooLong: 'Please write no more than {most} characters.',
};

const fr: PageWords = {
	title: 'Votre réponse est attendue',
	answer: 'Votre réponse',
	send: 'Envoyer',
	thanks: 'Merci',
	recorded: 'Votre réponse a bien été reçue. Vous pouvez fermer cette page.',
	yourAnswer: 'Votre réponse :',
	answeredTitle: 'Réponse déjà reçue',
	answered: 'Cette question a déjà reçu une réponse. Vous n’avez plus rien à faire.',
	expiredTitle: 'Trop tard',
	expired: 'Le délai pour répondre à cette question est écoulé.',
	unknownTitle: 'Ce lien ne fonctionne pas',
	unknown: 'Ouvrez le lien exactement tel qu’il figure dans le SMS.',
	nothingChosen: 'Choisissez l’une des réponses.',
	nothingWritten: 'Écrivez d’abord une réponse.',
	tooLong: 'N’écrivez pas plus de {most} caractères.',
};

const es: PageWords = {
	title: 'Se espera su respuesta',
	answer: 'Su respuesta',
	send: 'Enviar',
	thanks: 'Gracias',
	recorded: 'Hemos recibido su respuesta. Puede cerrar esta página.',
	yourAnswer: 'Su respuesta:',
	answeredTitle: 'Pregunta ya respondida',
	answered: 'Esta pregunta ya ha sido respondida. No tiene que hacer nada más.',
	expiredTitle: 'Demasiado tarde',
	expired: 'El plazo para responder a esta pregunta ha terminado.',
	unknownTitle: 'Este enlace no funciona',
	unknown: 'Abra el enlace exactamente como aparece en el SMS.',
	nothingChosen: 'Elija una de las respuestas.',
	nothingWritten: 'Escriba primero una respuesta.',
	tooLong: 'No escriba más de {most} caracteres.',
};

const de: PageWords = {
	title: 'Ihre Antwort wird erwartet',
	answer: 'Ihre Antwort',
	send: 'Senden',
	thanks: 'Danke',
	recorded: 'Ihre Antwort ist angekommen. Sie können diese Seite schließen.',
	yourAnswer: 'Ihre Antwort:',
	answeredTitle: 'Bereits beantwortet',
	answered: 'Diese Frage ist bereits beantwortet. Sie müssen nichts mehr tun.',
	expiredTitle: 'Zu spät',
	expired: 'Die Zeit für eine Antwort auf diese Frage ist abgelaufen.',
	unknownTitle: 'Dieser Link funktioniert nicht',
	unknown: 'Öffnen Sie den Link genau so, wie er in der SMS steht.',
	nothingChosen: 'Bitte wählen Sie eine der Antworten.',
	nothingWritten: 'Bitte schreiben Sie zuerst eine Antwort.',
	tooLong: 'Bitte schreiben Sie höchstens {most} Zeichen.',
};

const it: PageWords = {
	title: 'Attendiamo la sua risposta',
	answer: 'La sua risposta',
	send: 'Invia',
	thanks: 'Grazie',
	recorded: 'La sua risposta è stata ricevuta. Può chiudere questa pagina.',
	yourAnswer: 'La sua risposta:',
	answeredTitle: 'Risposta già ricevuta',
	answered: 'A questa domanda è già stata data una risposta. Non deve fare altro.',
	expiredTitle: 'Troppo tardi',
	expired: 'Il tempo per rispondere a questa domanda è scaduto.',
	unknownTitle: 'Questo link non funziona',
	unknown: 'Apra il link esattamente come appare nell’SMS.',
	nothingChosen: 'Scelga una delle risposte.',
	nothingWritten: 'Scriva prima una risposta.',
	tooLong: 'Non scriva più di {most} caratteri.',
};

/** Another language is another entry here. */
const LANGUAGES: ReadonlyMap<string, PageWords> = new Map(Object.entries({ en, fr, es, de, it }));

/** The words with the language that they are in, as HTML names it. */
export interface Speech {
	readonly language: string;
	readonly words: PageWords;
}

/**
 * The words in the language that a browser wants most, English where there is none of them.
 *
 * @param acceptLanguage the header, such as `fr-CH, fr;q=0.9, en;q=0.8`
 */
export function speechFor(acceptLanguage: string | undefined): Speech {
	const wanted = (acceptLanguage ?? '')
		.split(',')
		.map((entry) => {
			const [tag = '', ...parameters] = entry
				.trim()
				.toLowerCase()
				.split(/\s*;\s*/);
			const quality = parameters.find((parameter) => parameter.startsWith('q='));
			return { tag, quality: quality === undefined ? 1 : Number(quality.slice(2)) };
		})
		.filter(({ quality }) => quality > 0)
		.sort((a, b) => b.quality - a.quality);
	for (const { tag } of wanted) {
		const [language = ''] = tag.split('-');
		const words = LANGUAGES.get(language);
		if (words) return { language, words };
	}
	return { language: 'en', words: en };
}
