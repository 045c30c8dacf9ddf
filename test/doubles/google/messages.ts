/** Google's exceptions in French and German. The English text is the host's own name for each; wording in other languages is assumed. */
import type { Language } from './model/language';

/** English, French, German; `{0}`, `{1}`… stand for whatever the text is about. */
const MESSAGES: readonly (readonly [en: string, fr: string, de: string])[] = [
  [
    'The coordinates of the range are outside the dimensions of the sheet.',
    'Les coordonnées de la plage se situent en dehors des dimensions de la feuille.',
    'Die Koordinaten des Bereichs liegen außerhalb der Abmessungen des Tabellenblatts.',
  ],
  [
    'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    'Vous tentez de modifier une cellule ou un objet protégé. Contactez le propriétaire de la feuille de calcul pour supprimer la protection.',
    'Sie versuchen, eine geschützte Zelle oder ein geschütztes Objekt zu bearbeiten. Wenden Sie sich an den Eigentümer der Tabelle, um den Schutz aufzuheben.',
  ],
  [
    'The data you entered in cell {0} violates the data validation rules set on this cell.',
    'Les données que vous avez saisies dans la cellule {0} ne respectent pas les règles de validation des données définies pour cette cellule.',
    'Die Daten, die Sie in Zelle {0} eingegeben haben, verstoßen gegen die für diese Zelle festgelegten Regeln zur Datenvalidierung.',
  ],
  [
    'Your input contains more than the maximum of {0} characters in a single cell.',
    'Votre saisie dépasse la limite de {0} caractères par cellule.',
    'Ihre Eingabe enthält mehr als die maximal zulässigen {0} Zeichen pro Zelle.',
  ],
  [
    'This action would increase the number of cells in the workbook above the limit of {0} cells.',
    'Cette action augmenterait le nombre de cellules du classeur au-delà de la limite de {0} cellules.',
    'Durch diese Aktion würde die Anzahl der Zellen im Arbeitsblatt über den Grenzwert von {0} Zellen steigen.',
  ],
  [
    'You can only have one filter in a sheet.',
    'Une feuille ne peut contenir qu’un filtre.',
    'Ein Tabellenblatt kann nur einen Filter haben.',
  ],
  ['Those {0} are out of bounds.', 'Ces {0} sont hors limites.', 'Diese {0} liegen außerhalb des Bereichs.'],
  [
    "You can't delete all the {0} on the sheet.",
    'Vous ne pouvez pas supprimer tous les {0} de la feuille.',
    'Sie können nicht alle {0} auf dem Blatt löschen.',
  ],
  [
    "You can't remove all the sheets in a document.",
    'Vous ne pouvez pas supprimer toutes les feuilles d’un document.',
    'Sie können nicht alle Tabellenblätter eines Dokuments entfernen.',
  ],
  [
    "You can't hide all the sheets in a document.",
    'Vous ne pouvez pas masquer toutes les feuilles d’un document.',
    'Sie können nicht alle Tabellenblätter eines Dokuments ausblenden.',
  ],
  [
    'A sheet with the name "{0}" already exists. Please enter another name.',
    'Une feuille nommée "{0}" existe déjà. Saisissez un autre nom.',
    'Ein Tabellenblatt mit dem Namen "{0}" ist bereits vorhanden. Geben Sie einen anderen Namen ein.',
  ],
  ['The sheet does not exist.', 'La feuille n’existe pas.', 'Das Tabellenblatt ist nicht vorhanden.'],
  ['Sheet {0} not found', 'Feuille {0} introuvable', 'Tabellenblatt {0} nicht gefunden'],
  ['Range not found', 'Plage introuvable', 'Bereich nicht gefunden'],
  [
    'The number of rows in the range must be at least 1.',
    'Le nombre de lignes de la plage doit être au moins 1.',
    'Die Anzahl der Zeilen im Bereich muss mindestens 1 betragen.',
  ],
  [
    'The number of columns in the range must be at least 1.',
    'Le nombre de colonnes de la plage doit être au moins 1.',
    'Die Anzahl der Spalten im Bereich muss mindestens 1 betragen.',
  ],
  [
    'The starting row of the range is too small.',
    'La première ligne de la plage est trop petite.',
    'Die Startzeile des Bereichs ist zu klein.',
  ],
  [
    'The starting column of the range is too small.',
    'La première colonne de la plage est trop petite.',
    'Die Startspalte des Bereichs ist zu klein.',
  ],
  [
    'The number of {0} in the data does not match the number of {1} in the range. The data has {2} but the range has {3}.',
    'Le nombre de {0} des données ne correspond pas au nombre de {1} de la plage. Les données en comptent {2}, mais la plage {3}.',
    'Die Anzahl der {0} in den Daten stimmt nicht mit der Anzahl der {1} im Bereich überein. Die Daten haben {2}, der Bereich {3}.',
  ],
  [
    "The parameters ({0}) don't match the method signature for {1}.",
    'Les paramètres ({0}) ne correspondent pas à la signature de la méthode {1}.',
    'Die Parameter ({0}) stimmen nicht mit der Methodensignatur für {1} überein.',
  ],
  ['Invalid argument: {0}', 'Argument non valide : {0}', 'Ungültiges Argument: {0}'],
  ['Illegal argument.', 'Argument non autorisé.', 'Unzulässiges Argument.'],
  [
    'You do not have permission to call {0}. Required permissions: {1}',
    'Vous n’êtes pas autorisé à appeler {0}. Autorisations requises : {1}',
    'Sie sind nicht berechtigt, {0} aufzurufen. Erforderliche Berechtigungen: {1}',
  ],
  [
    'You do not have permission to call {0}',
    'Vous n’êtes pas autorisé à appeler {0}',
    'Sie sind nicht berechtigt, {0} aufzurufen',
  ],
  [
    'Specified permissions are not sufficient to call {0}. Required permissions: {1}',
    'Les autorisations spécifiées ne suffisent pas pour appeler {0}. Autorisations requises : {1}',
    'Die angegebenen Berechtigungen reichen nicht aus, um {0} aufzurufen. Erforderliche Berechtigungen: {1}',
  ],
  [
    "You don't have permission to remove this protection.",
    'Vous n’êtes pas autorisé à supprimer cette protection.',
    'Sie sind nicht berechtigt, diesen Schutz aufzuheben.',
  ],
  [
    'Cannot call SpreadsheetApp.getUi() from this context.',
    'Impossible d’appeler SpreadsheetApp.getUi() dans ce contexte.',
    'SpreadsheetApp.getUi() kann in diesem Kontext nicht aufgerufen werden.',
  ],
  [
    'Lock timeout: another process was holding the lock for too long.',
    'Délai de verrouillage dépassé : un autre processus détenait le verrou trop longtemps.',
    'Zeitüberschreitung bei der Sperre: Ein anderer Prozess hat die Sperre zu lange gehalten.',
  ],
  [
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    'Ce script comporte trop de déclencheurs. Vous devez en supprimer avant de pouvoir en ajouter d’autres.',
    'Dieses Skript hat zu viele Trigger. Es müssen Trigger gelöscht werden, bevor weitere hinzugefügt werden können.',
  ],
  [
    'The add-on has created too many time-based triggers in this document for this Google user account.',
    'Le module complémentaire a créé trop de déclencheurs horaires dans ce document pour ce compte Google.',
    'Das Add-on hat in diesem Dokument zu viele zeitbasierte Trigger für dieses Google-Nutzerkonto erstellt.',
  ],
  [
    'An add-on may not create a time-based trigger that runs more than once per hour.',
    'Un module complémentaire ne peut pas créer de déclencheur horaire exécuté plus d’une fois par heure.',
    'Ein Add-on darf keinen zeitbasierten Trigger erstellen, der häufiger als einmal pro Stunde ausgeführt wird.',
  ],
  [
    'The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    'La valeur transmise à everyMinutes n’est pas valide. Elle doit être 1, 5, 10, 15 ou 30.',
    'Der an everyMinutes übergebene Wert ist ungültig. Zulässig sind 1, 5, 10, 15 oder 30.',
  ],
  ['Trigger not found.', 'Déclencheur introuvable.', 'Trigger nicht gefunden.'],
  ['The trigger has no schedule.', 'Le déclencheur n’a pas d’horaire.', 'Der Trigger hat keinen Zeitplan.'],
  ['Argument too large: {0}', 'Argument trop volumineux : {0}', 'Argument zu groß: {0}'],
  [
    'You have exceeded the property storage quota. Please remove some properties and try again.',
    'Vous avez dépassé le quota de stockage des propriétés. Supprimez-en quelques-unes, puis réessayez.',
    'Sie haben das Speicherkontingent für Eigenschaften überschritten. Entfernen Sie einige Eigenschaften und versuchen Sie es noch einmal.',
  ],
  [
    'Service invoked too many times for one day: {0}.',
    'Service appelé trop de fois en une journée : {0}.',
    'Dienst an einem Tag zu häufig aufgerufen: {0}.',
  ],
  [
    'Service invoked too many times in a short time: {0}',
    'Service appelé trop de fois en peu de temps : {0}',
    'Dienst innerhalb kurzer Zeit zu häufig aufgerufen: {0}',
  ],
  [
    'Service Spreadsheets timed out while accessing document with id {0}.',
    'Le service Feuilles de calcul a expiré lors de l’accès au document dont l’ID est {0}.',
    'Zeitüberschreitung des Dienstes Tabellen beim Zugriff auf das Dokument mit der ID {0}.',
  ],
  [
    'Service Spreadsheets failed while accessing document with id {0}.',
    'Échec du service Feuilles de calcul lors de l’accès au document dont l’ID est {0}.',
    'Dienst Tabellen beim Zugriff auf das Dokument mit der ID {0} fehlgeschlagen.',
  ],
  ['Service error: Spreadsheets', 'Erreur de service : Feuilles de calcul', 'Dienstfehler: Tabellen'],
  ['DNS error: {0}', 'Erreur DNS : {0}', 'DNS-Fehler: {0}'],
  ['Address unavailable: {0}', 'Adresse indisponible : {0}', 'Adresse nicht verfügbar: {0}'],
  ['Timeout: {0}', 'Délai dépassé : {0}', 'Zeitüberschreitung: {0}'],
  ['SSL Error {0}', 'Erreur SSL {0}', 'SSL-Fehler {0}'],
  [
    'Bandwidth quota exceeded: {0}. Try reducing the rate of data transfer.',
    'Quota de bande passante dépassé : {0}. Essayez de réduire le débit de transfert des données.',
    'Bandbreitenkontingent überschritten: {0}. Reduzieren Sie die Datenübertragungsrate.',
  ],
  [
    'Request failed for {0} returned code {1}. Truncated server response: {2} (use muteHttpExceptions option to examine full response)',
    'La requête pour {0} a échoué avec le code {1}. Réponse tronquée du serveur : {2} (utilisez l’option muteHttpExceptions pour examiner la réponse complète)',
    'Anfrage für {0} fehlgeschlagen, zurückgegebener Code {1}. Abgeschnittene Serverantwort: {2} (verwenden Sie die Option muteHttpExceptions, um die vollständige Antwort zu prüfen)',
  ],
  [
    'Attribute provided with no value: {0}',
    'Attribut fourni sans valeur : {0}',
    'Attribut ohne Wert angegeben: {0}',
  ],
  [
    'Attribute provided with invalid value: {0}',
    'Attribut fourni avec une valeur non valide : {0}',
    'Attribut mit ungültigem Wert angegeben: {0}',
  ],
  ['Limit Exceeded: {0}', 'Limite dépassée : {0}', 'Limit überschritten: {0}'],
  [
    'No developer metadata with id {0} found.',
    'Aucune métadonnée de développeur avec l’ID {0}.',
    'Keine Entwicklermetadaten mit der ID {0} gefunden.',
  ],
  [
    'Adding developer metadata to arbitrary ranges is not currently supported. {0}',
    'L’ajout de métadonnées de développeur à des plages quelconques n’est pas pris en charge. {0}',
    'Das Hinzufügen von Entwicklermetadaten zu beliebigen Bereichen wird nicht unterstützt. {0}',
  ],
  [
    'Conditional format rule must have a condition.',
    'La règle de mise en forme conditionnelle doit comporter une condition.',
    'Eine Regel für die bedingte Formatierung muss eine Bedingung haben.',
  ],
  [
    'Conditional format rules must have at least one range.',
    'Les règles de mise en forme conditionnelle doivent comporter au moins une plage.',
    'Regeln für die bedingte Formatierung müssen mindestens einen Bereich haben.',
  ],
  [
    'No HTML file named {0} was found.',
    'Aucun fichier HTML nommé {0}.',
    'Keine HTML-Datei mit dem Namen {0} gefunden.',
  ],
];

interface Pattern {
  readonly english: RegExp;
  readonly fr: string;
  readonly de: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const PATTERNS: readonly Pattern[] = MESSAGES.map(([en, fr, de]) => ({
  english: new RegExp(
    `^${en
      .split(/\{\d\}/)
      .map(escaped)
      .join('([\\s\\S]*)')}$`,
  ),
  fr,
  de,
}));

/** A text of Google's in a language; one that is not in the list, such as a test's own, as it is. */
export function messageIn(language: Language, english: string): string {
  return translation(language, english) ?? english;
}

/** Whether the host can say a text of its own in every language. */
export function isTranslated(english: string): boolean {
  return translation('fr', english) !== undefined;
}

function translation(language: Language, english: string): string | undefined {
  if (language === 'en') return english;
  for (const pattern of PATTERNS) {
    const found = pattern.english.exec(english);
    if (found) return pattern[language].replace(/\{(\d)\}/g, (_, at: string) => found[Number(at) + 1] ?? '');
  }
  return undefined;
}
