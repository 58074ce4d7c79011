/** Where anybody can have an address: such a domain says nothing about whom somebody works for. */
const PUBLIC = new Set(
  `126.com 163.com aim.com alice.it aol.com aol.de arcor.de att.net bellsouth.net bluewin.ch btinternet.com comcast.net
   cox.net duck.com earthlink.net fastmail.com fastmail.fm foxmail.com free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com
   gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com
   icloud.com inbox.ru interia.pl juno.com laposte.net libero.it list.ru live.co.uk live.com live.de live.fr mac.com mail.com
   mail.de mail.ru me.com msn.com naver.com o2.pl onet.pl orange.fr outlook.com outlook.de outlook.fr pm.me posteo.de
   proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com rocketmail.com sbcglobal.net seznam.cz sfr.fr
   shaw.ca sina.com sky.com t-online.de telenet.be terra.com.br tiscali.it tuta.io tutanota.com uol.com.br verizon.net
   virgilio.it virginmedia.com wanadoo.fr web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com yahoo.com.br
   yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net ymail.com zoho.com`.split(/\s+/),
);

/** Whether everybody can have an address at this domain, given in lower case. */
export function isPublicMailDomain(domain: string): boolean {
  return PUBLIC.has(domain);
}
