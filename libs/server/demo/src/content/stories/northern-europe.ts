import { agent, customer, withFiles, type Story } from '../story.ts';

/** German, Dutch, Polish and Norwegian customers. */
export const northernStories: readonly Story[] = [
  {
    brand: 'larkspur',
    language: 'de',
    subjects: ['Bestellung {order} nicht angekommen', 'Wo bleibt mein Kaffee?', 'Sendungsverfolgung {order}'],
    topic: 'Order::Late',
    labels: ['delivery'],
    facts: { item: ['Harbour Blend', 'Slow Sunday', 'Kiambu AA'] },
    lines: [
      customer(
        'meine Bestellung {order} (zweimal {item}) sollte am {day} da sein. Die Sendungsverfolgung zeigt seitdem nichts Neues an. Können Sie bitte nachsehen?',
        'ich warte seit über einer Woche auf {order}. Im Büro sitzen vierzig Leute ohne Kaffee, die Stimmung können Sie sich vorstellen.',
      ),
      agent(
        'das Paket liegt mit einem unleserlichen Etikett im Verteilzentrum. Ich habe heute eine neue Sendung per Express losgeschickt; die alte dürfen Sie behalten, falls sie doch noch auftaucht.',
      ),
      customer(
        'ist heute früh angekommen, herzlichen Dank für die schnelle Hilfe!',
        'beide sind gekommen. Die zweite schicken wir gern zurück, wenn Sie möchten.',
      ),
    ],
  },
  {
    brand: 'larkspur',
    language: 'de',
    priority: 6,
    subjects: ['Kestrel verliert Wasser', 'Espressomaschine undicht', 'Garantiefall Kestrel Duo'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    facts: { item: ['Kestrel Duo', 'Merlin'] },
    lines: [
      withFiles(
        customer(
          'unsere {item} verliert seit gestern Wasser, etwa eine Tasse am Tag. Ein Foto hängt an. Die Maschine ist vierzehn Monate alt. Ist das noch Garantie?',
        ),
        'machine',
      ),
      agent(
        'ja, die Garantie läuft zwei Jahre. Bitte nennen Sie mir die Seriennummer vom Schild unter der Abtropfschale, dann bestelle ich die Abholung.',
      ),
      customer('die Nummer ist KS-{number}. Abholung bitte nicht am Montag.'),
      agent('der Kurier kommt am {day} zwischen neun und zwölf. Siebträger und Tank behalten Sie bitte da.'),
      customer('alles wieder dicht, vielen Dank an die Werkstatt.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'de',
    subjects: ['Größenberatung Skerry 4/3', 'Welche Größe beim Neoprenanzug?', 'Umtausch {order}'],
    topic: 'Advice::Size',
    labels: ['sizing'],
    facts: { size: ['1,76 m und 72 kg', '1,83 m und 80 kg', '1,69 m und 61 kg'] },
    lines: [
      customer(
        'ich bin {size} und laut Tabelle zwischen M und L. Was raten Sie mir für kaltes Wasser, Ostsee ab April?',
      ),
      agent(
        'für die Ostsee im April würde ich den 5/4 nehmen, und zwar in M: Er weitet sich nach drei, vier Einsätzen etwas. Der Umtausch ist sechzig Tage lang kostenlos.',
      ),
      customer('M sitzt perfekt, danke für die Beratung.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'de',
    handedOver: true,
    subjects: ['Großhandelspreise', 'Kaffee für unser Büro', 'Anfrage: {kilos} im Monat'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    facts: { kilos: ['8 kg', '20 kg', '35 kg'] },
    lines: [
      customer(
        'wir möchten im Monat etwa {kilos} bestellen, zur Hälfte entkoffeiniert. Gibt es dafür eine Preisliste, und ist Zahlung auf Rechnung möglich?',
      ),
      withFiles(
        agent(
          'sehr gern. Eine Musterrechnung mit den Staffelpreisen habe ich angehängt. Rechnung mit dreißig Tagen Ziel ist kein Problem; ich brauche nur Ihre Umsatzsteuernummer.',
        ),
        'invoice',
      ),
      customer('die Nummer lautet DE{number}00. Bitte mit der ersten Lieferung am {day} beginnen.'),
      agent('ist eingerichtet. Die erste Lieferung kommt am {day}, danach jeden Monat am selben Tag.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'de',
    subjects: ['Packsack undicht', 'Limpet 40 l: Naht offen', 'Reklamation {order}'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    lines: [
      withFiles(
        customer(
          'der Packsack aus {order} ist an der unteren Naht offen. Mein Schlafsack war nach einer Stunde nass. Bild anbei.',
        ),
        'parcel',
      ),
      agent(
        'das tut mir leid, diese Charge hat leider einige schlechte Schweißnähte. Ein neuer geht heute raus, den alten müssen Sie nicht zurückschicken.',
      ),
      customer('der neue ist da und hält dicht. Danke!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'nl',
    subjects: ['Verkeerde bonen ontvangen', 'Bestelling {order}', 'Niet wat ik besteld had'],
    topic: 'Order::Wrong item',
    labels: ['delivery'],
    facts: { item: ['Slow Sunday', 'Sidama Natural'] },
    lines: [
      withFiles(customer('in mijn pakket zat iets anders dan {item}. De pakbon klopt wel. Foto zit erbij.'), 'beans'),
      agent(
        'dat is aan onze inpaktafel misgegaan, sorry! De juiste zak gaat vandaag nog op de post. De andere mag je houden.',
      ),
      customer('helemaal goed, de buurvrouw is er blij mee. Bedankt!'),
    ],
  },
  {
    brand: 'tideline',
    language: 'nl',
    subjects: ['Levertijd Eider 14', 'Wanneer komt mijn kajak?', '{order}: levering'],
    topic: 'Order::Late',
    labels: ['delivery'],
    lines: [
      customer(
        'wanneer kan ik de Eider 14 uit {order} verwachten? We vertrekken op {day} naar de Wadden en zonder boot wordt het vooral lopen.',
      ),
      agent(
        'de container is gisteren door de douane. De boot gaat morgen met onze eigen chauffeur mee, dus je hebt hem ruim op tijd. Hij belt een uur van tevoren.',
      ),
      customer('top, dan ben ik thuis.'),
      agent('hij is afgeleverd, lees ik net. Goede vaart!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'nl',
    subjects: ['Abonnement pauzeren', 'Vakantie', 'Abonnement stopzetten tot september'],
    topic: 'Subscription::Pause',
    labels: ['subscription'],
    lines: [
      customer(
        'kunnen jullie mijn abonnement vier weken pauzeren? We zijn met de fiets weg en er is niemand om de post aan te nemen.',
      ),
      agent('gedaan. Het eerste pakket vertrekt weer op {day}; twee dagen ervoor krijg je een mailtje. Goede reis!'),
    ],
  },
  {
    brand: 'tideline',
    language: 'pl',
    priority: 7,
    subjects: ['Uszkodzona przesyłka {order}', 'Kajak pęknięty w transporcie', 'Reklamacja'],
    topic: 'Product::Damaged on the way',
    labels: ['damaged', 'delivery'],
    lines: [
      withFiles(
        customer(
          'kajak z zamówienia {order} dotarł dzisiaj z pęknięciem kadłuba. Opakowanie też było rozdarte. W załączniku zdjęcie.',
        ),
        'kayak',
      ),
      agent(
        'bardzo mi przykro. Nowy kajak wyjedzie od nas w {day}, a kurier odbierze uszkodzony tego samego dnia. Niczego nie trzeba wypełniać, zdjęcie wystarczy.',
      ),
      customer('dziękuję za szybką odpowiedź. Czy kurier zadzwoni wcześniej?'),
      agent('tak, kierowca zadzwoni na godzinę przed przyjazdem.'),
      customer('nowy już jest, cały i piękny. Dziękuję!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'pl',
    subjects: ['Młynek Wren 40 się zacina', 'Problem z młynkiem', 'Młynek tylko buczy'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    lines: [
      customer(
        'mój młynek Wren 40 od wczoraj tylko buczy i nie mieli. Ma osiem miesięcy. Co mogę zrobić sam, zanim go odeślę?',
      ),
      agent(
        'proszę wyjąć wtyczkę, opróżnić pojemnik i przekręcić pierścień do oporu w stronę „grubo”. Wtedy górny żarn wychodzi ręką. Zwykle znajduje się tam mały kamyk.',
      ),
      customer('był kamyk. Działa, dziękuję za dokładny opis.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'pl',
    subjects: ['Faktura do zamówienia {order}', 'Prośba o fakturę VAT'],
    topic: 'Money::Invoice',
    labels: ['billing'],
    lines: [
      customer('proszę o fakturę VAT do zamówienia {order}. Numer NIP: 521{number}.'),
      withFiles(agent('faktura w załączniku. Dane firmy zapisałam na przyszłość.'), 'invoice'),
      customer('dziękuję, wszystko się zgadza.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'nb',
    subjects: ['Redningsvester til seilkurs', 'Tilbud på tolv vester', 'Utstyr til barnekurs'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    handedOver: true,
    lines: [
      customer(
        'vi trenger tolv redningsvester i barnestørrelser til sommerens kurs. Har dere pris for skoler, og rekker dere levering før {day}?',
      ),
      agent(
        'til barnekurs selger vi til innkjøpspris. Tolv vester har vi på lager, og de kan sendes i dag. Skriv bare hvor mange av hver størrelse dere vil ha.',
      ),
      customer('åtte i 30–40 kg og fire i 40–50 kg, takk.'),
      agent('da er de pakket og på vei. God sommer!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'nb',
    subjects: ['Feil på Kestrel', 'E14 på skjermen'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    lines: [
      withFiles(customer('maskinen viser E14 på annenhver kopp. Jeg har lagt ved loggen.'), 'log'),
      agent(
        'takk for loggen. Kjør avkalkingsprogrammet to ganger, det løser det som regel. Kommer feilen tilbake, sender vi en tekniker.',
      ),
      customer('to runder hjalp. Tusen takk!'),
    ],
  },
];
