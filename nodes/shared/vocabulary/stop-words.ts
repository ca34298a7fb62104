/** The words of a list that is written for reading. */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a person may say before STOP: "Bonjour, merci de me désabonner". */
export const BEFORE = words(`
	bonjour bonsoir salut hello hi dear madame monsieur mme mr messieurs
	svp stp s il te vous plait merci de d accord please pls thanks ok re
	je j veux voudrais souhaite desire demande me m se a etre veuillez pouvez voulez
	i want would like to can you sms
	non no
`);

/** What belongs to STOP: what is sent, courtesy, and the small words that join them. */
export const BELONGING = words(`
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
export const BELONGING_TO_NO = words(`
	envoyez envoie contactez ecrivez appelez derangez harcelez sollicitez telephonez
	send call message bother
`);

/** What says no. */
export const NO = words('ne n pas plus rien jamais no not don dont');

/** What people write in place of STOP. */
export const LIKE_STOP = words(`
	arret arrets arreter arretez arrete stopper stoppez stoppe
	desabonner desabonnez desabonne desabonnee desabonnement desabo
	desinscrire desinscrivez desinscris desinscrit desinscrite desinscription
	unsubscribe optout
`);
