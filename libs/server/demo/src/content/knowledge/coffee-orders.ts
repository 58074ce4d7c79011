import type { DemoTopic } from './knowledge.ts';

export const COFFEE_ORDERS: DemoTopic = {
  brand: 'larkspur',
  names: {
    en: { name: 'Orders and delivery', description: 'When it comes, and how to change what you ordered.' },
    de: { name: 'Bestellung und Lieferung', description: 'Wann es kommt, und wie Sie eine Bestellung ändern.' },
  },
  articles: [
    {
      quickcode: 'arrive',
      daysAgo: 92,
      read: { views: 1840, helpful: 212, notHelpful: 19 },
      texts: {
        en: {
          subject: 'When will my coffee arrive?',
          keywords: ['delivery', 'shipping', 'tracking', 'late', 'parcel'],
          html: '<p>We roast on Tuesdays and Thursdays and ship the same evening. What you order by eight in the morning of a roasting day is roasted that day.</p><h2>How long it takes</h2><table><thead><tr><th>Where to</th><th>After it has left us</th></tr></thead><tbody><tr><td>Portugal and Spain</td><td>1 to 2 working days</td></tr><tr><td>Rest of the European Union</td><td>2 to 4 working days</td></tr><tr><td>United Kingdom, Norway, Switzerland</td><td>4 to 6 working days</td></tr></tbody></table><h2>Follow your parcel</h2><p>The mail that says “it is on its way” has a link to the carrier. The link works from about ten in the evening, when the parcel has been scanned for the first time.</p><h2>If it does not move</h2><p>Nothing new for three working days? Write to us with your order number. We ask the carrier, and if the parcel is not found within two days we send another one. You do not have to wait for the carrier’s answer.</p>',
        },
        de: {
          subject: 'Wann kommt mein Kaffee an?',
          keywords: ['Lieferung', 'Versand', 'Sendungsverfolgung', 'Paket', 'verspätet'],
          html: '<p>Wir rösten dienstags und donnerstags und verschicken am selben Abend. Was Sie bis acht Uhr morgens an einem Rösttag bestellen, wird an diesem Tag geröstet.</p><h2>Wie lange es dauert</h2><table><thead><tr><th>Wohin</th><th>Nach dem Versand</th></tr></thead><tbody><tr><td>Portugal und Spanien</td><td>1 bis 2 Werktage</td></tr><tr><td>Übrige Europäische Union</td><td>2 bis 4 Werktage</td></tr><tr><td>Großbritannien, Norwegen, Schweiz</td><td>4 bis 6 Werktage</td></tr></tbody></table><h2>Das Paket verfolgen</h2><p>In der Nachricht „Ihr Paket ist unterwegs“ steht der Link des Zustellers. Er funktioniert ab etwa 22 Uhr, wenn das Paket zum ersten Mal erfasst wurde.</p><h2>Wenn sich nichts bewegt</h2><p>Seit drei Werktagen nichts Neues? Schreiben Sie uns mit Ihrer Bestellnummer. Wir fragen beim Zusteller nach, und wenn das Paket nicht in zwei Tagen gefunden ist, schicken wir ein neues. Auf die Antwort des Zustellers müssen Sie nicht warten.</p>',
        },
      },
    },
    {
      quickcode: 'change-order',
      daysAgo: 80,
      read: { views: 960, helpful: 88, notHelpful: 12 },
      texts: {
        en: {
          subject: 'Change or cancel an order',
          keywords: ['address', 'cancel', 'wrong address', 'forgot'],
          html: '<p>Until we roast, everything can be changed: the address, the beans, the grind. After that the coffee is yours, but we still find a way.</p><h2>Before it is roasted</h2><ol><li>Open the order from your confirmation mail.</li><li>Choose <strong>Change</strong>. The button is there until eight in the morning of the roasting day.</li><li>Save. The confirmation comes again, with what is different.</li></ol><p>To cancel, choose <strong>Cancel</strong> in the same place. The money is back with you within three working days.</p><h2>When it is on its way</h2><p>Write to us at once. Most carriers let us change the address until the evening before delivery. We cannot call a parcel back, but you may refuse it at the door: we refund it when it is here.</p>',
        },
        de: {
          subject: 'Eine Bestellung ändern oder stornieren',
          keywords: ['Adresse', 'stornieren', 'falsche Adresse', 'vergessen'],
          html: '<p>Bis wir rösten, lässt sich alles ändern: die Adresse, die Bohnen, der Mahlgrad. Danach gehört der Kaffee Ihnen, aber einen Weg finden wir trotzdem.</p><h2>Bevor geröstet wird</h2><ol><li>Öffnen Sie die Bestellung aus der Bestätigung.</li><li>Wählen Sie <strong>Ändern</strong>. Das geht bis acht Uhr morgens am Rösttag.</li><li>Speichern Sie. Die Bestätigung kommt noch einmal, mit dem, was anders ist.</li></ol><p>Zum Stornieren wählen Sie an derselben Stelle <strong>Stornieren</strong>. Das Geld ist innerhalb von drei Werktagen wieder bei Ihnen.</p><h2>Wenn es unterwegs ist</h2><p>Schreiben Sie uns sofort. Bei den meisten Zustellern können wir die Adresse bis zum Vorabend ändern. Zurückrufen können wir ein Paket nicht, aber Sie dürfen die Annahme verweigern: Wir erstatten den Betrag, sobald es wieder hier ist.</p>',
        },
      },
    },
    {
      quickcode: 'subscription',
      daysAgo: 61,
      read: { views: 1310, helpful: 140, notHelpful: 7 },
      texts: {
        en: {
          subject: 'Pause, skip or end a subscription',
          keywords: ['subscription', 'pause', 'holiday', 'skip', 'end'],
          html: '<p>A subscription follows you, not the other way round. There is no minimum time and nothing to explain.</p><h2>Going away?</h2><p>Choose <strong>Skip the next one</strong> in your account to leave out one delivery, or <strong>Pause</strong> with the date on which you are back. We write to you two days before it begins again.</p><h2>Too much, too little</h2><p>Change the amount or the rhythm whenever you like. It counts from the next delivery that we have not roasted yet.</p><h2>End it</h2><p>Choose <strong>End subscription</strong>. What is paid and roasted still comes; after that, nothing does. Your account and the list of what you drank stay, in case you want to know which beans you liked in March.</p>',
        },
        de: {
          subject: 'Ein Abo aussetzen, überspringen oder beenden',
          keywords: ['Abo', 'Abonnement', 'Pause', 'Urlaub', 'kündigen'],
          html: '<p>Ein Abo richtet sich nach Ihnen, nicht umgekehrt. Es gibt keine Mindestlaufzeit, und Sie müssen nichts begründen.</p><h2>Verreist?</h2><p>Wählen Sie in Ihrem Konto <strong>Nächste überspringen</strong>, um eine Lieferung auszulassen, oder <strong>Aussetzen</strong> mit dem Tag, an dem Sie zurück sind. Zwei Tage, bevor es weitergeht, schreiben wir Ihnen.</p><h2>Zu viel, zu wenig</h2><p>Ändern Sie Menge oder Abstand, wann Sie möchten. Es gilt ab der nächsten Lieferung, die noch nicht geröstet ist.</p><h2>Beenden</h2><p>Wählen Sie <strong>Abo beenden</strong>. Was bezahlt und geröstet ist, kommt noch; danach kommt nichts mehr. Ihr Konto und die Liste Ihrer Kaffees bleiben, falls Sie wissen möchten, welche Bohnen Ihnen im März geschmeckt haben.</p>',
        },
      },
    },
    {
      quickcode: 'lost',
      internal: true,
      daysAgo: 40,
      read: { views: 0, helpful: 0, notHelpful: 0 },
      texts: {
        en: {
          subject: 'What we offer when a parcel is lost',
          keywords: ['lost', 'replacement', 'refund', 'goodwill'],
          html: '<p>For us only. A parcel counts as lost after three working days without a scan.</p><ul><li>First loss: send a new one at once, same beans, next roast. No form.</li><li>Second loss to the same address: ask for a pick-up point and add a 250 g bag of Slow Sunday.</li><li>Above 120 euros: ask Lucie before you promise a second machine.</li></ul><p>Never ask the customer to argue with the carrier. That is our contract, not theirs.</p>',
        },
      },
    },
  ],
};
