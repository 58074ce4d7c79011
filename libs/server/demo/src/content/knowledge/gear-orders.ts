import type { DemoTopic } from './knowledge.ts';

export const GEAR_ORDERS: DemoTopic = {
  brand: 'tideline',
  names: {
    en: { name: 'Orders, returns and warranty', description: 'When something is wrong, missing or no longer wanted.' },
    de: { name: 'Bestellung, Rückgabe, Garantie', description: 'Wenn etwas falsch ist, fehlt oder nicht mehr passt.' },
  },
  articles: [
    {
      quickcode: 'return',
      daysAgo: 90,
      read: { views: 1720, helpful: 164, notHelpful: 21 },
      texts: {
        en: {
          subject: 'Send something back',
          keywords: ['return', 'refund', 'exchange', 'size', 'label'],
          html: '<p>You have 60 days. It may have been tried on and it may have been wet; it may not have been to the Arctic.</p><h2>How it goes</h2><ol><li>Ask for a label with your order number. It comes by mail within a working day.</li><li>Pack the thing dry. Salt water in a closed parcel ruins more gear than the sea does.</li><li>Give it to the carrier and keep the receipt.</li></ol><h2>Your money</h2><p>It leaves us on the day on which we open the parcel, by the way it came. Banks take up to three working days more.</p><h2>Another size instead</h2><p>Say so when you ask for the label. We send the other size at once and wait for yours, so that you do not miss the weekend.</p><p>Boats go back on a van: write to us, and we find a day.</p>',
        },
        de: {
          subject: 'Etwas zurückschicken',
          keywords: ['Rückgabe', 'Retoure', 'Erstattung', 'Umtausch', 'Größe', 'Etikett'],
          html: '<p>Sie haben 60 Tage. Es darf anprobiert und nass geworden sein; in der Arktis sollte es nicht gewesen sein.</p><h2>So geht es</h2><ol><li>Bitten Sie mit Ihrer Bestellnummer um ein Etikett. Es kommt innerhalb eines Werktags per E-Mail.</li><li>Packen Sie die Sache trocken ein. Salzwasser in einem geschlossenen Paket verdirbt mehr Ausrüstung als das Meer.</li><li>Geben Sie es ab und behalten Sie den Beleg.</li></ol><h2>Ihr Geld</h2><p>Es verlässt uns an dem Tag, an dem wir das Paket öffnen, auf dem Weg, auf dem es kam. Banken brauchen bis zu drei Werktage länger.</p><h2>Lieber eine andere Größe</h2><p>Sagen Sie es, wenn Sie um das Etikett bitten. Wir schicken die andere Größe sofort und warten auf Ihre, damit Sie das Wochenende nicht versäumen.</p><p>Boote fahren mit dem Lieferwagen zurück: Schreiben Sie uns, wir finden einen Tag.</p>',
        },
      },
    },
    {
      quickcode: 'damaged',
      daysAgo: 66,
      read: { views: 540, helpful: 61, notHelpful: 4 },
      texts: {
        en: {
          subject: 'It arrived damaged',
          keywords: ['damaged', 'crack', 'broken', 'carrier', 'photos'],
          html: '<p>We are sorry. Keep everything, the torn carton too, and send us three photos: the damage, the whole thing, and the packaging from outside.</p><h2>Small things</h2><p>A new one leaves us the same day. You need not send the old one back, and you may keep it for spare parts.</p><h2>Boats</h2><p>The carrier’s inspector wants to see it before it is moved. We make the appointment and stay in touch with him; you only open the door. The new boat is reserved for you from the first photo on.</p><h2>If you noticed it late</h2><p>Seven days are fine for everybody. After that, write to us all the same: what is not the carrier’s matter is often ours.</p>',
        },
        de: {
          subject: 'Es ist beschädigt angekommen',
          keywords: ['beschädigt', 'Riss', 'kaputt', 'Transportschaden', 'Fotos'],
          html: '<p>Das tut uns leid. Heben Sie alles auf, auch den zerrissenen Karton, und schicken Sie uns drei Fotos: den Schaden, das Ganze, und die Verpackung von außen.</p><h2>Kleine Dinge</h2><p>Ein neues Stück verlässt uns am selben Tag. Das alte müssen Sie nicht zurückschicken; behalten Sie es gern für Ersatzteile.</p><h2>Boote</h2><p>Der Gutachter des Zustellers möchte es sehen, bevor es bewegt wird. Den Termin machen wir mit ihm aus; Sie öffnen nur die Tür. Das neue Boot ist ab dem ersten Foto für Sie reserviert.</p><h2>Wenn Sie es später bemerkt haben</h2><p>Sieben Tage sind für alle in Ordnung. Schreiben Sie uns danach trotzdem: Was nicht Sache des Zustellers ist, ist oft unsere.</p>',
        },
      },
    },
    {
      quickcode: 'warranty',
      daysAgo: 70,
      read: { views: 880, helpful: 90, notHelpful: 16 },
      texts: {
        en: {
          subject: 'What the warranty covers',
          keywords: ['warranty', 'guarantee', 'seam', 'receipt', 'repair'],
          html: '<p>Seams, valves, welds and zips: five years. Fabric and hulls: two. We repair first and replace when a repair would not last.</p><h2>Covered</h2><ul><li>glue and seams that let go</li><li>zips that come off their tape</li><li>valves that leak, hulls that blister</li></ul><h2>Not covered, but repaired</h2><ul><li>cuts, burns and dogs</li><li>seals that were trimmed too far</li><li>what the tide took from the roof of the car</li></ul><p>These cost what the work costs. We tell you before we begin, and if it is not worth it, we say so.</p><h2>No receipt?</h2><p>The number inside the collar or under the seat tells us when it was made. That is enough.</p>',
        },
        de: {
          subject: 'Was die Garantie umfasst',
          keywords: ['Garantie', 'Gewährleistung', 'Naht', 'Rechnung', 'Reparatur'],
          html: '<p>Nähte, Ventile, Verschweißungen und Reißverschlüsse: fünf Jahre. Stoffe und Rümpfe: zwei. Wir reparieren zuerst und ersetzen, wenn eine Reparatur nicht hielte.</p><h2>Gedeckt</h2><ul><li>Klebungen und Nähte, die sich lösen</li><li>Reißverschlüsse, die vom Band reißen</li><li>undichte Ventile, Rümpfe mit Blasen</li></ul><h2>Nicht gedeckt, aber repariert</h2><ul><li>Schnitte, Brandlöcher und Hunde</li><li>zu weit gekürzte Manschetten</li><li>was die Flut vom Autodach geholt hat</li></ul><p>Das kostet, was die Arbeit kostet. Wir sagen es Ihnen vorher, und wenn es sich nicht lohnt, sagen wir das auch.</p><h2>Kein Beleg?</h2><p>Die Nummer innen im Kragen oder unter dem Sitz sagt uns, wann es gemacht wurde. Das genügt.</p>',
        },
      },
    },
  ],
};
