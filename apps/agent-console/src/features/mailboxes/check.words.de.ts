import type { CheckFinding, CheckStep } from '@bureau/contracts';
import type { checkWords } from './check.words.ts';

type About = CheckStep['about'];

const at = ({ host, port }: About) => `${host}:${port}`;
const said = ({ said }: About) => (said ? ` Er sagt: ${said}` : '');

const findings: Record<CheckFinding, (about: About) => string> = {
  'name-unknown': ({ host }) =>
    `Es gibt keinen Server namens ${host}. Prüfen Sie die Schreibweise; der Anbieter nennt Ihnen den Namen.`,
  'name-forbidden': ({ host }) =>
    `${host} führt zu einer Adresse, an der kein Mailserver steht. Schreiben Sie den Namen des Servers selbst.`,
  refused: (about) => `Unter ${at(about)} antwortet niemand. Prüfen Sie den Port und ob der Server läuft.`,
  'no-answer': (about) =>
    `${at(about)} antwortet nicht rechtzeitig. Prüfen Sie den Port; vielleicht sperrt ihn eine Firewall.`,
  unreachable: ({ host }) =>
    `Von hier führt kein Weg zu ${host}. Prüfen Sie das Netz und ob eine Firewall den Weg sperrt.`,
  'hung-up': (about) =>
    `${about['host']} hat die Verbindung ohne Antwort beendet. Versuchen Sie es erneut und prüfen Sie den Port.${said(about)}`,
  'other-service': (about) =>
    `Unter ${at(about)} antwortet etwas anderes als ${about['protocol']}. Wählen Sie den Port, den der Anbieter nennt.${said(about)}`,
  'not-welcome': (about) => `${about['host']} nimmt zurzeit keine Verbindungen von hier an.${said(about)}`,
  'plain-port': (about) =>
    `Port ${about['port']} beginnt unverschlüsselt. Lassen Sie die Verschlüsselung dort auf Wunsch beginnen (STARTTLS) oder wählen Sie den Port ${about['instead']}.`,
  'encrypted-port': (about) =>
    `Port ${about['port']} ist vom ersten Byte an verschlüsselt. Wählen Sie diese Verschlüsselung (TLS) oder den Port ${about['instead']}.`,
  'not-encrypted': ({ host }) =>
    `Die Verbindung zu ${host} ist nicht verschlüsselt: Passwort und Nachrichten können unterwegs gelesen werden. Nutzen Sie sie nur im eigenen Netz.`,
  'no-starttls': ({ host, instead }) =>
    `${host} bietet auf diesem Port keine Verschlüsselung an. Wählen Sie den Port ${instead}, vom ersten Byte an verschlüsselt.`,
  'certificate-expired': ({ host, date }) =>
    `Das Zertifikat von ${host} ist am ${date} abgelaufen. Der Betreiber muss es erneuern; bis dahin wird nichts dorthin gesendet.`,
  'certificate-early': ({ host, date }) =>
    `Das Zertifikat von ${host} gilt erst ab ${date}. Prüfen Sie die Uhr dieses Rechners.`,
  'certificate-name': ({ host, names }) =>
    `Das Zertifikat gehört zu ${names}, nicht zu ${host}. Schreiben Sie den Namen, den das Zertifikat trägt.`,
  'certificate-self-signed': ({ host }) =>
    `${host} hat sein Zertifikat selbst unterschrieben, niemand bürgt dafür. Installieren Sie eines einer Zertifizierungsstelle oder nennen Sie Ihre eigene mit NODE_EXTRA_CA_CERTS.`,
  'certificate-unknown': ({ host }) =>
    `Niemand, dem dieser Rechner traut, bürgt für das Zertifikat von ${host}. Nennen Sie Ihre eigene Zertifizierungsstelle mit NODE_EXTRA_CA_CERTS oder bitten Sie den Betreiber um die ganze Kette.`,
  'encryption-failed': (about) =>
    `${about['host']} und Bureau finden keine gemeinsame Verschlüsselung (TLS 1.2 oder neuer).${said(about)}`,
  'password-missing': () =>
    'Schreiben Sie das Passwort. Ein gespeichertes gilt nur für den Server, für den es geschrieben wurde.',
  'password-wrong': (about) =>
    `Der Server nimmt Benutzernamen oder Passwort nicht an. Schreiben Sie beide neu.${said(about)}`,
  'app-password': (about) =>
    `Dieser Anbieter verlangt ein App-Passwort statt des üblichen: Erzeugen Sie eines in den Sicherheitseinstellungen des Kontos.${said(about)}`,
  'sign-in-demanded': (about) =>
    `Der Server nimmt ohne Anmeldung keine Nachrichten an. Schreiben Sie Benutzernamen und Passwort.${said(about)}`,
  'sign-in-not-offered': ({ host }) =>
    `${host} bietet auf diesem Port keine Anmeldung mit Passwort an. Wählen Sie einen verschlüsselten Port, meist 465 oder 587.`,
  'folder-missing': ({ folder }) =>
    `In diesem Postfach gibt es keinen Ordner ${folder}. Wählen Sie einen der vorhandenen.`,
  'sender-refused': (about) =>
    `Der Server lässt dieses Konto nicht als ${about['address']} senden. Erlauben Sie die Adresse dort oder melden Sie sich mit ihrem eigenen Konto an.${said(about)}`,
  said: (about) => `${about['host']} lehnt ab.${said(about)}`,
};

export const checkGerman: typeof checkWords = {
  title: { imap: 'Prüfung des Eingangsservers', smtp: 'Prüfung des Ausgangsservers' },
  begin: { imap: 'Empfang prüfen', smtp: 'Versand prüfen' },
  steps: {
    imap: {
      name: 'Der Name des Servers ist bekannt',
      connect: 'Der Server antwortet',
      encryption: 'Die Verbindung ist verschlüsselt',
      'sign-in': 'Die Anmeldung klappt',
      folder: 'Der Ordner lässt sich öffnen',
      sender: '',
    },
    smtp: {
      name: 'Der Name des Servers ist bekannt',
      connect: 'Der Server antwortet',
      encryption: 'Die Verbindung ist verschlüsselt',
      'sign-in': 'Die Anmeldung klappt',
      folder: '',
      sender: 'Der Server nimmt den Absender an',
    },
  },
  states: {
    ok: 'Klappt',
    warning: 'Klappt, mit einer Warnung',
    failed: 'Fehlgeschlagen',
    skipped: 'Nicht nötig oder nicht erreicht',
  },
  took: (milliseconds) => `${milliseconds} ms`,
  passed: 'Alles klappt.',
  failed: 'Es klappt noch nicht.',
  finding: ({ finding, about, message }) => (finding === null ? message : findings[finding](about)),
};
