import { agent, customer, withFiles, type Story } from '../story.ts';

/** Spanish, French, Portuguese and Italian customers. */
export const southernStories: readonly Story[] = [
  {
    brand: 'larkspur',
    language: 'es',
    subjects: ['¿Dónde está mi pedido {order}?', 'Pedido {order} sin entregar', 'Paquete en casa del vecino'],
    topic: 'Order::Late',
    labels: ['delivery'],
    lines: [
      customer(
        'el pedido {order} figura como entregado el {day}, pero en casa no hay nada. Ya he preguntado a los vecinos del segundo y del cuarto.',
        'según el seguimiento mi café está entregado. Yo sigo bebiendo té. ¿Pueden mirar dónde lo dejaron?',
      ),
      agent(
        'he hablado con el repartidor: lo dejó en la tienda de la esquina, a nombre de otra persona. Lo están guardando para usted. Si mañana no lo tiene en la mano, le envío otro.',
      ),
      customer(
        '¡estaba en la frutería! Muchas gracias.',
        'ya lo tengo. La próxima vez, por favor, que llamen al timbre.',
      ),
    ],
  },
  {
    brand: 'tideline',
    language: 'es',
    subjects: ['Cambio de talla {order}', 'El traje me queda grande', 'Devolución'],
    topic: 'Order::Return',
    labels: ['sizing'],
    handedOver: true,
    lines: [
      customer(
        'el traje Skerry del pedido {order} me queda grande de hombros. ¿Puedo cambiarlo por una talla menos? Está sin estrenar.',
      ),
      agent(
        'claro que sí. La talla menor ya está reservada y sale en cuanto el transportista escanee su paquete. La etiqueta está en su cuenta.',
      ),
      customer('enviado esta mañana.'),
      agent('lo veo en el sistema; el nuevo llega el {day}.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'es',
    subjects: ['Cobro duplicado', 'Me han cobrado dos veces {order}'],
    topic: 'Money::Double charge',
    labels: ['billing', 'refund'],
    priority: 7,
    lines: [
      customer('en mi banco aparece dos veces el pedido {order}. Solo hice uno. ¿Pueden devolverme el segundo cargo?'),
      agent(
        'el primer intento quedó como reserva y desaparece solo en tres días laborables. Si no fuera así, escríbame y mando una anulación al banco.',
      ),
      customer('ya desapareció. Gracias por la explicación.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'es',
    subjects: ['Presupuesto para la escuela', '18 trajes para alquiler', 'Precio para profesionales'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    handedOver: true,
    lines: [
      customer(
        'tenemos una pequeña escuela de kayak y necesitamos dieciocho trajes resistentes para alquilar. ¿Qué nos recomiendan y a qué precio?',
      ),
      agent(
        'para alquiler, el Sound reforzado: rodillas dobles y cremallera atrás. A partir de quince trajes hay un 28 % de descuento y los números van impresos sin coste.',
      ),
      customer('¿podemos probar uno antes?'),
      agent('sale hoy mismo, en talla M. Si lo rompen, cuéntenos cómo.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'fr',
    subjects: ['Café trop acide ?', 'Conseil pour une torréfaction maison', 'Mes grains de Sidama'],
    topic: 'Advice::Choice',
    labels: ['advice'],
    lines: [
      customer(
        'je torréfie chez moi et je n’arrive pas à éviter l’acidité avec vos grains verts de Sidama. Premier crack à huit minutes, arrêt à neuf. Que me conseillez-vous ?',
      ),
      agent(
        'votre développement est un peu court. Essayez de prolonger d’une minute après le premier crack, en baissant la chaleur juste avant. Et laissez reposer cinq jours avant de juger.',
      ),
      customer('une minute de plus et tout a changé : de la prune, du cacao, merci !'),
      agent('ravie de l’apprendre. Racontez-nous la prochaine fournée.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'fr',
    subjects: ['Couture décollée', 'Combinaison Skerry : garantie', 'Réparation {order}'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    lines: [
      withFiles(
        customer(
          'la couture sous le bras gauche de ma Skerry 4/3 se décolle après quatre sorties. Photo en pièce jointe. Est-ce sous garantie ?',
        ),
        'wetsuit',
      ),
      agent(
        'oui, bien sûr. Notre atelier refait tout le panneau en huit jours. Préférez-vous cela ou un échange immédiat ?',
      ),
      customer('la réparation me va très bien, j’en ai une vieille pour patienter.'),
      agent('l’étiquette est dans votre boîte. Rincée et sèche si possible, et tout ira vite.'),
      customer('reçue hier, on ne voit presque rien. Bravo à l’atelier.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'fr',
    subjects: ['Abonnement cadeau', 'Offrir trois mois de café'],
    topic: 'Subscription::Gift',
    labels: ['subscription'],
    lines: [
      customer('je voudrais offrir trois mois d’abonnement à mon frère. Est-ce que cela s’arrête tout seul ?'),
      agent(
        'oui, au bout de trois mois et sans rien faire. Il pourra choisir ses grains avant chaque envoi, et vous fixez la date du premier.',
      ),
      customer('parfait, c’est commandé.'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'fr',
    subjects: ['Facture {order}', 'Facture avec numéro de TVA'],
    topic: 'Money::Invoice',
    labels: ['billing'],
    lines: [
      customer('pourriez-vous m’envoyer la facture de {order} au nom de l’atelier, avec le numéro de TVA ?'),
      withFiles(agent('la voici en pièce jointe. Les coordonnées sont enregistrées pour les suivantes.'), 'invoice'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'pt',
    subjects: ['Encomenda {order}', 'Café para o fim de semana', 'Atraso na entrega'],
    topic: 'Order::Late',
    labels: ['delivery'],
    lines: [
      customer(
        'a encomenda {order} ainda não chegou e o fim de semana é o mais forte aqui no café. Conseguem ver onde está?',
        'preciso mesmo dos 6 kg da {order} até sexta. O seguimento está parado desde {day}.',
      ),
      agent(
        'está na alfândega do aeroporto, com a etiqueta rasgada. Enviei hoje outra por expresso; chega amanhã antes do meio-dia.',
      ),
      customer('chegou às onze. Salvaram-me o sábado!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'pt',
    priority: 6,
    subjects: ['Máquina sem pressão', 'Kestrel Duo: pressão baixa', 'Avaria'],
    topic: 'Product::Fault',
    labels: ['warranty'],
    lines: [
      withFiles(
        customer(
          'a nossa Kestrel Duo já não passa dos 5 bar. Fiz a descalcificação ontem. Junto o registo da máquina.',
        ),
        'log',
      ),
      agent(
        'obrigado pelo registo. A válvula de pré-infusão não fecha. Como já descalcificou, envio um técnico na {day}, sem custos.',
      ),
      customer('na {day} de manhã, antes das oito, por favor.'),
      agent('fica marcado para as sete e meia.'),
      customer('o técnico esteve cá, está como nova.'),
    ],
  },
  {
    brand: 'tideline',
    language: 'pt',
    subjects: ['Que tamanho?', 'Fato para águas frias', 'Dúvida de tamanho'],
    topic: 'Advice::Size',
    labels: ['sizing'],
    lines: [
      customer('meço 1,74 m e peso 70 kg. Para a água da Nazaré no inverno, M ou MT?'),
      agent('M no 5/4. Nos ombros fica justo ao princípio, mas cede. A troca é grátis durante sessenta dias.'),
      customer('serve que nem uma luva. Obrigado!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'it',
    subjects: ['Regalo: abbonamento di sei mesi', 'Abbonamento per mia madre', 'Idea regalo'],
    topic: 'Subscription::Gift',
    labels: ['subscription'],
    lines: [
      customer('vorrei regalare sei mesi di caffè a mia madre. Può scegliere lei i chicchi? E finisce da solo?'),
      agent(
        'sì a tutte e due. Prima di ogni pacco riceve un link per scegliere, e dopo sei mesi finisce senza che nessuno debba fare niente.',
      ),
      customer('e se vuole il decaffeinato?'),
      agent('allora sceglie Night Ferry. È il preferito di metà del nostro laboratorio.'),
      customer('perfetto, ordinato!'),
    ],
  },
  {
    brand: 'larkspur',
    language: 'it',
    handedOver: true,
    subjects: ['Listino per pasticceria', 'Fornitura mensile', 'Richiesta di preventivo'],
    topic: 'Wholesale::Prices',
    labels: ['wholesale'],
    lines: [
      customer(
        'siamo una piccola pasticceria e cerchiamo circa 15 kg al mese, tostatura media. Ci mandate un listino e magari qualche campione?',
      ),
      agent(
        'con piacere: i campioni partono oggi, sei caffè con due pagine di note. Il listino per 15 kg arriva a parte.',
      ),
      customer('il numero tre con il nostro cornetto è magnifico. Da {day} vorremmo cominciare.'),
      withFiles(agent('benissimo! In allegato la prima fattura proforma. Consegna ogni lunedì.'), 'invoice'),
    ],
  },
  {
    brand: 'tideline',
    language: 'it',
    subjects: ['Pacco incompleto {order}', 'Manca la pompa'],
    topic: 'Order::Incomplete',
    labels: ['delivery'],
    lines: [
      customer('nel pacco {order} manca la pompa del Plover. Sulla lista è segnata.'),
      agent('mi dispiace, parte oggi stesso per posta. Domani dovrebbe averla.'),
      customer('arrivata, grazie!'),
    ],
  },
];
