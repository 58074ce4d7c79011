import type { Language } from './story.ts';

export interface DemoCustomer {
  name: string;
  address: string;
  language: Language;
}

/** By the domain of their people's addresses. */
export const COMPANIES: Readonly<Record<string, string>> = {
  'ashbyandsons.example': 'Ashby & Sons Grocers',
  'harbourhotel.example': 'Harbour Hotel',
  'postwerk.example': 'Postwerk GmbH',
  'kaffeekontor.example': 'Kaffeekontor Lübeck',
  'northshorepaddlers.example': 'North Shore Paddlers',
  'saltmarshsurf.example': 'Saltmarsh Surf School',
  'beaconroad.example': 'Beacon Road Library',
  'fernandhollow.example': 'Fern & Hollow Bakery',
  'lantern-studio.example': 'Lantern Studio',
  'quarryside.example': 'Quarryside Climbing Centre',
  'atelier-brume.example': 'Atelier Brume',
  'casamarea.example': 'Casa Marea',
  'tallerdelmar.example': 'Taller del Mar',
  'pasticceriaviola.example': 'Pasticceria Viola',
  'grachtenfiets.example': 'Grachtenfiets',
  'bialafala.example': 'Biała Fala Żeglarstwo',
  'fjordseil.example': 'Fjordseil Seilskole',
  'minatoya.example': '港屋珈琲',
};

/** The first twelve are the people whom the sandbox plays: whoever plays them continues their history. */
export const CUSTOMERS: readonly DemoCustomer[] = [
  { name: 'Ana Ferreira', address: 'ana.ferreira@cafemail.example', language: 'pt' },
  { name: 'Jonas Weber', address: 'jonas.weber@postwerk.example', language: 'de' },
  { name: 'Maya Okafor', address: 'maya.okafor@brightmail.example', language: 'en' },
  { name: 'Claire Dubois', address: 'claire.dubois@courrier.example', language: 'fr' },
  { name: 'Kenji Tanaka', address: 'kenji.tanaka@yubin.example', language: 'ja' },
  { name: 'Lucía Romero', address: 'lucia.romero@buzon.example', language: 'es' },
  { name: 'عمر حداد', address: 'omar.haddad@bareed.example', language: 'ar' },
  { name: 'Ingrid Solberg', address: 'ingrid.solberg@fjordpost.example', language: 'nb' },
  { name: 'Tom Ashby', address: 'tom@ashbyandsons.example', language: 'en' },
  { name: 'Priya Raman', address: 'priya.raman@harbourhotel.example', language: 'en' },
  { name: 'Piotr Nowak', address: 'piotr.nowak@skrzynka.example', language: 'pl' },
  { name: 'Sofia Rossi', address: 'sofia.rossi@postale.example', language: 'it' },

  { name: 'Eleanor Whitcombe', address: 'eleanor@fernandhollow.example', language: 'en' },
  { name: 'Dev Malhotra', address: 'dev.malhotra@brightmail.example', language: 'en' },
  { name: 'Grace Adeyemi', address: 'grace.adeyemi@lantern-studio.example', language: 'en' },
  { name: 'Callum Reid', address: 'callum@northshorepaddlers.example', language: 'en' },
  { name: 'Niamh Gallagher', address: 'niamh.gallagher@inkpost.example', language: 'en' },
  { name: 'Oscar Lindgren', address: 'oscar.lindgren@brightmail.example', language: 'en' },
  { name: 'Thandi Mokoena', address: 'thandi@saltmarshsurf.example', language: 'en' },
  { name: 'Ruth Abramson', address: 'ruth.abramson@beaconroad.example', language: 'en' },
  { name: 'Felix Tran', address: 'felix.tran@inkpost.example', language: 'en' },
  { name: 'Bronwyn Hughes', address: 'bronwyn@quarryside.example', language: 'en' },
  { name: 'Marcus Bell', address: 'marcus.bell@sundial.example', language: 'en' },
  { name: 'Aroha Ngata', address: 'aroha.ngata@sundial.example', language: 'en' },
  { name: 'Hannah Brookes', address: 'hannah.brookes@inkpost.example', language: 'en' },
  { name: 'Kwame Boateng', address: 'kwame.boateng@brightmail.example', language: 'en' },
  { name: 'Isla Drummond', address: 'isla@northshorepaddlers.example', language: 'en' },
  { name: 'Vikram Nair', address: 'vikram.nair@harbourhotel.example', language: 'en' },
  { name: 'Lorna Keating', address: 'lorna.keating@sundial.example', language: 'en' },
  { name: 'Pete Sandoval', address: 'pete.sandoval@inkpost.example', language: 'en' },
  { name: 'Wei Ling Chua', address: 'weiling.chua@brightmail.example', language: 'en' },
  { name: 'Jude Farrow', address: 'jude@lantern-studio.example', language: 'en' },
  { name: 'Amelia Stroud', address: 'amelia@ashbyandsons.example', language: 'en' },
  { name: 'Theo Papadakis', address: 'theo.papadakis@sundial.example', language: 'en' },

  { name: 'Birgit Hansen', address: 'birgit.hansen@kaffeekontor.example', language: 'de' },
  { name: 'Florian Mayr', address: 'florian.mayr@bergpost.example', language: 'de' },
  { name: 'Annika Schröder', address: 'annika.schroeder@bergpost.example', language: 'de' },
  { name: 'Emre Yıldız', address: 'emre.yildiz@postwerk.example', language: 'de' },
  { name: 'Carmen Ortega', address: 'carmen@tallerdelmar.example', language: 'es' },
  { name: 'Diego Salinas', address: 'diego.salinas@buzon.example', language: 'es' },
  { name: 'Nuria Vidal', address: 'nuria.vidal@buzon.example', language: 'es' },
  { name: 'Mathilde Roux', address: 'mathilde@atelier-brume.example', language: 'fr' },
  { name: 'Yannick Le Goff', address: 'yannick.legoff@courrier.example', language: 'fr' },
  { name: 'Amandine Petit', address: 'amandine.petit@courrier.example', language: 'fr' },
  { name: 'Rui Tavares', address: 'rui@casamarea.example', language: 'pt' },
  { name: 'Beatriz Antunes', address: 'beatriz.antunes@cafemail.example', language: 'pt' },
  { name: 'João Pacheco', address: 'joao.pacheco@cafemail.example', language: 'pt' },
  { name: 'Giulia Conti', address: 'giulia@pasticceriaviola.example', language: 'it' },
  { name: 'Marco De Santis', address: 'marco.desantis@postale.example', language: 'it' },
  { name: 'Sanne de Vries', address: 'sanne@grachtenfiets.example', language: 'nl' },
  { name: 'Bram Jansen', address: 'bram.jansen@brievenbus.example', language: 'nl' },
  { name: 'Femke Visser', address: 'femke.visser@brievenbus.example', language: 'nl' },
  { name: '佐藤 美咲', address: 'misaki.sato@minatoya.example', language: 'ja' },
  { name: '高橋 健', address: 'ken.takahashi@yubin.example', language: 'ja' },
  { name: 'Agnieszka Wójcik', address: 'agnieszka@bialafala.example', language: 'pl' },
  { name: 'Tomasz Kowalczyk', address: 'tomasz.kowalczyk@skrzynka.example', language: 'pl' },
  { name: 'Sigurd Bakken', address: 'sigurd@fjordseil.example', language: 'nb' },
];

/** Who writes to everybody. */
export const ADVERTISERS: readonly DemoCustomer[] = [
  { name: 'Brad from RankRocket', address: 'hello@rankrocket.example', language: 'en' },
  { name: 'Cheap Pallets', address: 'offers@cheap-pallets.example', language: 'en' },
  { name: 'Lottery Desk', address: 'winner@lottery-desk.example', language: 'en' },
];

/** Everybody who ever wrote. */
export const EVERYBODY: readonly DemoCustomer[] = [...CUSTOMERS, ...ADVERTISERS];
