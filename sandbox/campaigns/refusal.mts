/** Why a request is refused, by the number of the provider's status table. */
export interface Refusal {
	readonly kind: 'refused';
	readonly code: number;
	readonly text: string;
	/** Numbers as they were given. */
	readonly invalidNumbers: readonly string[];
}

const INCOMPLETE = 'Flux XML invalide ou incomplet après la balise';

/**
 * The provider's own words, as its page prints them. The page lost the names of the tags; which
 * tag each number means is the sandbox's own choice.
 */
export const STATUS_TEXTS = {
	100: 'Le message a été envoyé',
	101: 'Le message a été programmé pour un envoi différé',
	102: 'Problème de connexion – Aucun compte ne correspond aux clientcode et passcode spécifiés',
	103: 'Crédit SMS épuisé. Veuillez re-créditer votre compte sur AllMySMS.com',
	104: 'Crédit insuffisant pour traiter cet envoi. A utiliser: XX Crédits, Disponibles: YY Crédits. Veuillez re-créditer votre compte sur AllMySMS.com',
	105: 'Flux XML Vide',
	106: `${INCOMPLETE} <DATA>`,
	107: `${INCOMPLETE} <SMS>`,
	108: 'Le code CLIENT donné dans le flux XML est incorrect, il doit correspondre au clientcode en majuscule',
	109: `${INCOMPLETE} <MOBILEPHONE>`,
	110: 'Message non défini (vide) dans le flux XML',
	111: 'Le message dépasse 640 caractères',
	112: `${INCOMPLETE} <DYNAMIC>`,
	113: 'Certains numéros de téléphone sont invalides ou non pris en charge',
	114: 'Aucun numéro de téléphone valide dans le flux. Veuillez-vous référer à la documentation en ligne pour connaitre les formats valides.',
	115: 'Flux XML invalide ou date mal formatée entre les balises <DATE> et </DATE>',
	117: 'Balise <URL> – Lien trop long, dépasse les 80 caractères',
	118: 'Le compte maître spécifié n’existe pas',
	// One program knows the number; these words are the sandbox's own.
	121: 'Requête déjà transmise',
} as const;

/** A number of the provider's status table. */
export type StatusCode = keyof typeof STATUS_TEXTS;

/** Refuses with the words of the table, or with better ones. */
export const refuse = (
	code: Exclude<StatusCode, 100 | 101>,
	text: string = STATUS_TEXTS[code],
	invalidNumbers: readonly string[] = [],
): Refusal => ({ kind: 'refused', code, text, invalidNumbers });
