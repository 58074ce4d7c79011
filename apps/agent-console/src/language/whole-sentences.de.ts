import type { Sentences } from './sentences.ts';

/** The sentences of contracts and of the desk that name nothing, by their English. */
export const wholeSentencesGerman: Sentences['whole'] = {
  'Ask for at most 20 fields: people give up before.':
    'Fragen Sie nach höchstens 20 Feldern: Vorher geben die Leute auf.',
  'Name each field once.': 'Nennen Sie jedes Feld nur einmal.',
  'Say published or rejected.': 'Sagen Sie published oder rejected.',
  'Write a day such as 2026-11-03.': 'Schreiben Sie einen Tag wie 2026-11-03.',
  'The last day comes before the first.': 'Der letzte Tag liegt vor dem ersten.',
  'At most three years at once.': 'Höchstens drei Jahre auf einmal.',
  'Give a whole number of days.': 'Geben Sie eine ganze Zahl von Tagen an.',
  'Give a whole number of hours.': 'Geben Sie eine ganze Zahl von Stunden an.',
  'Use letters and digits, such as return or return-label.':
    'Verwenden Sie Buchstaben und Ziffern, etwa retoure oder retoure-etikett.',
  'Name each article once.': 'Nennen Sie jeden Artikel nur einmal.',
  'Name a topic.': 'Nennen Sie ein Thema.',
  'Name each topic once.': 'Nennen Sie jedes Thema nur einmal.',
  'Name an article.': 'Nennen Sie einen Artikel.',
  'The article is not published, or not for the brand of this case.':
    'Der Artikel ist nicht veröffentlicht oder nicht für die Marke dieses Falls.',
  'The article says nothing.': 'Der Artikel sagt nichts.',
  'Write languages as two small letters, such as de.': 'Schreiben Sie Sprachen als zwei kleine Buchstaben, etwa de.',
  'Choose day and time.': 'Wählen Sie Tag und Uhrzeit.',
  'Choose a time after the beginning.': 'Wählen Sie einen Zeitpunkt nach dem Beginn.',
  'Choose a colleague: nobody stands in for himself.': 'Wählen Sie jemand anderen: Niemand vertritt sich selbst.',
  'There is no such colleague any more.': 'Diese Person gibt es nicht mehr.',
  'This colleague is given no cases: choose somebody else.':
    'Dieser Person werden keine Fälle zugeteilt: Wählen Sie jemand anderen.',
  'This colleague is out of office then, too: choose somebody else.':
    'Diese Person ist dann selbst außer Haus: Wählen Sie jemand anderen.',
  'Write an address such as ana@example.com.': 'Geben Sie eine Adresse wie ana@example.com an.',
  'Name a label.': 'Nennen Sie ein Etikett.',
  'Name an action, e.g. {"type": "set-status"}.': 'Nennen Sie eine Aktion, etwa {"type": "set-status"}.',
  'Give a list of actions.': 'Geben Sie eine Liste von Aktionen an.',
  'Say what the rule does.': 'Sagen Sie, was die Regel tut.',
  'Give the rule a name.': 'Geben Sie der Regel einen Namen.',
  'Name each rule once.': 'Nennen Sie jede Regel einmal.',
  'Write an address such as https://example.com/desk.': 'Geben Sie eine Adresse wie https://example.com/desk an.',
  'Leave out user and password; check the signature instead.':
    'Lassen Sie Benutzer und Passwort weg; prüfen Sie stattdessen die Signatur.',
  'Give the webhook a name.': 'Geben Sie dem Webhook einen Namen.',
  'Give the secret.': 'Geben Sie das Geheimnis an.',
  'Write the text.': 'Schreiben Sie den Text.',
  'Write the subject.': 'Schreiben Sie den Betreff.',
  'Write the description.': 'Schreiben Sie die Beschreibung.',
  'At least 16 characters.': 'Mindestens 16 Zeichen.',
  'Give the macro a name.': 'Geben Sie dem Makro einen Namen.',
  'Name the folder.': 'Nennen Sie den Ordner.',
  'At most 10 folders.': 'Höchstens 10 Ordner.',
  'Say what the macro does.': 'Sagen Sie, was das Makro tut.',
  'Name each macro once.': 'Nennen Sie jedes Makro einmal.',
  'Name a macro.': 'Nennen Sie ein Makro.',
  'Name a group.': 'Nennen Sie eine Gruppe.',
  'Name each group once.': 'Nennen Sie jede Gruppe einmal.',
  'At most 100 groups.': 'Höchstens 100 Gruppen.',
  'Only oneself can be named; share it with groups.': 'Hier können nur Sie selbst stehen; teilen Sie es mit Gruppen.',
  'There is no such group; choose another one.': 'Diese Gruppe gibt es nicht; wählen Sie eine andere.',
  'Say either `changes`, `deleted` or `macros`.': 'Sagen Sie entweder `changes`, `deleted` oder `macros`.',
  'Your role does not allow this.': 'Ihre Rolle erlaubt das nicht.',
  'It is so already.': 'Das ist schon so.',
  'A mail system reports on a message of ours.': 'Ein Mailsystem meldet etwas über eine Nachricht von uns.',
  'A mail system reports on a message of this case.': 'Ein Mailsystem meldet etwas über eine Nachricht dieses Falls.',
  'A mail system reports on a message that this desk did not send.':
    'Ein Mailsystem meldet etwas über eine Nachricht, die nicht von hier kam.',
  'A person accepted the mail.': 'Jemand hat die Mail angenommen.',
  'Nothing confirms that the mail is from the sender it names.':
    'Nichts bestätigt, dass die Mail von dem Absender ist, den sie nennt.',
  'The desk stopped while it handed a message over, so it may or may not have arrived. It is not sent again by itself; ask the customer, then settle it in its case.':
    'Bureau wurde angehalten, während es eine Nachricht übergab; sie kann angekommen sein oder nicht. Sie wird nicht von selbst noch einmal gesendet; fragen Sie den Kunden, und klären Sie es dann im Fall.',
  'The domain of the sender confirms that it sent this mail.':
    'Die Domain des Absenders bestätigt, dass sie diese Mail gesendet hat.',
  'The domain of the sender could not be asked.': 'Die Domain des Absenders war nicht zu erreichen.',
  'The domain of the sender says that mail like this is not from it.':
    'Die Domain des Absenders sagt, dass solche Mails nicht von ihr sind.',
  'The mail answers a closed case; it begins a new one that is linked to it.':
    'Die Mail antwortet auf einen geschlossenen Fall; sie beginnt einen neuen, der mit ihm verknüpft ist.',
  'The mail answers a case that was deleted; it begins a new one.':
    'Die Mail antwortet auf einen gelöschten Fall; sie beginnt einen neuen.',
  'The mail answers a message of this case, but its sender takes no part in the case.':
    'Die Mail antwortet auf eine Nachricht dieses Falls, aber ihr Absender ist nicht daran beteiligt.',
  'The mail answers a message that we sent: its signed token says so.':
    'Die Mail antwortet auf eine Nachricht von uns: Das belegt ihr unterschriebenes Kennzeichen.',
  'The mail answers nothing that we know.': 'Die Mail antwortet auf nichts, was hier bekannt ist.',
  'The mail claims to come from a party of this case, but the checks of its sender failed.':
    'Die Mail will von jemandem sein, der an diesem Fall beteiligt ist, aber die Prüfung des Absenders schlug fehl.',
  'The mail claims to come from one of our users, but nothing proves it.':
    'Die Mail will von jemandem aus dem Team sein, aber nichts belegt es.',
  'The mail comes from somebody whose access to this desk has ended.':
    'Die Mail kommt von jemandem, dessen Zugang zu Bureau beendet ist.',
  'The mail refers to a message of this case.': 'Die Mail bezieht sich auf eine Nachricht dieses Falls.',
  'The mail was fetched, so only its signature could be checked, and that proves nothing.':
    'Die Mail wurde abgeholt; so war nur ihre Signatur zu prüfen, und die belegt nichts.',
  'The same sender wrote under this subject lately; it may be the same matter.':
    'Derselbe Absender schrieb kürzlich unter diesem Betreff; es kann dieselbe Sache sein.',
  'The test of this mailbox came back: it sends and receives.':
    'Der Test dieses Postfachs ist zurück: Es sendet und empfängt.',
  'This installation sent the mail itself.': 'Diese Mail hat Bureau selbst gesendet.',
  'A port is between 1 and 65535.': 'Ein Port liegt zwischen 1 und 65535.',
  'A filter cannot be excluded; this is left out.': 'Ein Filter lässt sich nicht ausschließen; dies bleibt weg.',
  'A text has a NUL character in it; take it out.': 'Ein Text enthält ein NUL-Zeichen; nehmen Sie es heraus.',
  'An external id belongs to one case only.': 'Eine fremde Nummer gehört nur zu einem Fall.',
  'Another case has this external id.': 'Ein anderer Fall hat diese fremde Nummer schon.',
  'Another company has this external id.': 'Eine andere Firma hat diese fremde Nummer schon.',
  'Another customer has this external id.': 'Ein anderer Kunde hat diese fremde Nummer schon.',
  'Another customer has this uid.': 'Ein anderer Kunde hat diese Kennung schon.',
  'Another customer has this address; merge the two, or leave it out.':
    'Ein anderer Kunde hat diese Adresse schon; führen Sie beide zusammen, oder lassen Sie sie weg.',
  'Another customer has this identity; merge the two, or leave it out.':
    'Ein anderer Kunde hat diese Identität schon; führen Sie beide zusammen, oder lassen Sie sie weg.',
  'Another label has this name.': 'Ein anderes Etikett heißt schon so.',
  'At most 129,600 minutes, which is 90 days.': 'Höchstens 129.600 Minuten, das sind 90 Tage.',
  'At most 8,760 hours, which is a year.': 'Höchstens 8.760 Stunden, das ist ein Jahr.',
  'At most ten years.': 'Höchstens zehn Jahre.',
  'Choose a mailbox of this brand.': 'Wählen Sie ein Postfach dieser Marke.',
  'Choose a time to come.': 'Wählen Sie eine Zeit, die noch kommt.',
  'Choose another mailbox of the same brand.': 'Wählen Sie ein anderes Postfach derselben Marke.',
  'Choose at least one permission.': 'Wählen Sie mindestens eine Berechtigung.',
  'Everybody knows this one; choose another.': 'Das kennt jeder; wählen Sie ein anderes.',
  'Give a condition, or a group with "match": "all" or "any".': 'Geben Sie eine Bedingung oder eine Gruppe an.',
  'Give a list of conditions.': 'Geben Sie eine Liste von Bedingungen an.',
  'Give a text, a whole number, true or false, a list of those, or {"amount": 3, "unit": "days"}.':
    'Geben Sie einen Text, eine ganze Zahl, Ja oder Nein, eine Liste davon oder eine Dauer an.',
  'Give a time such as 09:00.': 'Geben Sie eine Zeit wie 09:00 an.',
  'Give a time such as 17:00.': 'Geben Sie eine Zeit wie 17:00 an.',
  'Give a time such as 17:00, or 24:00 for midnight.': 'Geben Sie eine Zeit wie 17:00 an, oder 24:00 für Mitternacht.',
  'Give a time other than the beginning; a whole day is 00:00 to 24:00.':
    'Geben Sie eine andere Zeit als den Beginn an; ein ganzer Tag ist 00:00 bis 24:00.',
  'Give a day such as 2026-12-25.': 'Geben Sie einen Tag an, etwa 2026-12-25.',
  'Give the day a name.': 'Geben Sie dem Tag einen Namen.',
  'Give the calendar a name.': 'Geben Sie dem Kalender einen Namen.',
  'Give a last day that is not before the first.': 'Der letzte Tag liegt nicht vor dem ersten.',
  'Give at most a year.': 'Geben Sie höchstens ein Jahr an.',
  'Give the hours of seven days, Monday first.': 'Geben Sie die Zeiten von sieben Tagen an, Montag zuerst.',
  'Make another calendar the default instead.': 'Machen Sie stattdessen einen anderen Kalender zum Standard.',
  'This is no calendar file (.ics).': 'Das ist keine Kalenderdatei (.ics).',
  'Give the text of the file.': 'Geben Sie den Text der Datei an.',
  'Give a time that has passed.': 'Geben Sie eine Zeit an, die vergangen ist.',
  'Give a whole number.': 'Geben Sie eine ganze Zahl an.',
  'Give an http or https address.': 'Geben Sie eine Adresse mit http oder https an.',
  'Give the filter a name.': 'Geben Sie dem Filter einen Namen.',
  'Give the http or https address of the image.': 'Geben Sie die Adresse des Bildes mit http oder https an.',
  'Leave it out when the latest come first.': 'Lassen Sie es weg, wenn die neuesten zuerst kommen.',
  'Leave out characters that are no text.': 'Lassen Sie Zeichen weg, die kein Text sind.',
  'Leave out commas and control characters.': 'Lassen Sie Kommas und Steuerzeichen weg.',
  'Leave out control characters.': 'Lassen Sie Steuerzeichen weg.',
  'Leave out line breaks and control characters.': 'Lassen Sie Zeilenumbrüche und Steuerzeichen weg.',
  'Name a field.': 'Nennen Sie ein Feld.',
  'Name a label by its id, or by its name of at least two characters.':
    'Nennen Sie ein Etikett mit mindestens zwei Zeichen.',
  'Name a time zone such as Europe/Lisbon.': 'Nennen Sie eine Zeitzone wie Europe/Berlin.',
  'Name at least two different cases.': 'Nennen Sie mindestens zwei verschiedene Fälle.',
  'Name each filter once.': 'Nennen Sie jeden Filter einmal.',
  'Name each permission once.': 'Nennen Sie jede Berechtigung einmal.',
  'Name every choice once.': 'Nennen Sie jede Auswahlmöglichkeit einmal.',
  'Name one of the e-mail addresses of this customer.': 'Nennen Sie eine der E-Mail-Adressen dieses Kunden.',
  'Name the cases to merge.': 'Nennen Sie die Fälle, die zusammengeführt werden sollen.',
  'Name the cases.': 'Nennen Sie die Fälle.',
  'Name the customer by address, or by id.': 'Nennen Sie den Kunden mit Adresse oder Nummer.',
  'Name the customer.': 'Nennen Sie den Kunden.',
  'Name the file.': 'Nennen Sie die Datei.',
  'Name the other case as caseId, or a page as url (http or https, at most 2,000 characters) with its title.':
    'Nennen Sie den anderen Fall, oder eine Seite mit Adresse und Titel.',
  'No mailbox of yours that is in use can answer from there.':
    'Keines Ihrer Postfächer, die in Betrieb sind, kann von dort antworten.',
  'Nobody with this id works here.': 'Niemand mit dieser Nummer arbeitet hier.',
  'Nothing has this name.': 'Nichts heißt so.',
  'Only a list has choices.': 'Nur eine Liste hat Auswahlmöglichkeiten.',
  'Only oneself can be named; share it with a group.':
    'Nur man selbst kann genannt werden; teilen Sie ihn mit einer Gruppe.',
  'Only the 2,000 latest cases with all these words were compared; add a word or a date.':
    'Nur die 2.000 neuesten Fälle mit all diesen Wörtern wurden verglichen; ergänzen Sie ein Wort oder ein Datum.',
  'Only the first 2,000 cases of this filter were searched.':
    'Nur die ersten 2.000 Fälle dieses Filters wurden durchsucht.',
  'Only what the company says by e-mail (direction: out, channel: email) can be sent.':
    'Nur was die Firma per E-Mail schreibt, kann gesendet werden.',
  'Open the set-up page with the link that the start printed.':
    'Öffnen Sie die Einrichtung mit dem Link, den der Start ausgegeben hat.',
  'Say "all" or "any".': 'Wählen Sie „alle“ oder „eine“.',
  'Say either `changes` or `deleted`.': 'Entweder Änderungen oder Löschen, nicht beides.',
  'Say which cases: by `caseIds`, `filterId` or `conditions`.': 'Sagen Sie, welche Fälle gemeint sind.',
  'The default language must be one of the languages of the desk.':
    'Die Standardsprache muss eine der eingestellten Sprachen sein.',
  'The formatting is too complicated; send it as plain text.':
    'Die Formatierung ist zu verwickelt; senden Sie reinen Text.',
  'The text has half of a character in it; send it as UTF-8.':
    'Der Text enthält ein halbes Zeichen; fügen Sie ihn neu ein.',
  'The thread is too long for one mail; name some messages.':
    'Der Verlauf ist zu lang für eine Mail; wählen Sie einige Nachrichten.',
  'There is no field with so long a name.': 'Es gibt kein Feld mit einem so langen Namen.',
  'There is no label with this id.': 'Dieses Etikett gibt es nicht.',
  'There is no such brand, or it is not yours.': 'Diese Marke gibt es nicht, oder sie ist nicht Ihre.',
  'There is no such company; name another one, or null.':
    'Diese Firma gibt es nicht; nennen Sie eine andere oder keine.',
  'There is no such customer.': 'Diesen Kunden gibt es nicht.',
  'Give a part of the name.': 'Geben Sie einen Teil des Namens an.',
  'Ask either for a run or for what led to a place in the history.':
    'Fragen Sie entweder nach einem Lauf oder danach, was zu einer Stelle im Verlauf führte.',
  'Name the rule and the place in the history together.': 'Nennen Sie die Regel und die Stelle im Verlauf zusammen.',
  'There is no such group.': 'Diese Gruppe gibt es nicht.',
  'Webhooks are called by the macros and rules of those who manage them: ask one of them for it.':
    'Webhooks rufen nur Makros und Regeln auf, die von der Verwaltung stammen: bitten Sie dort darum.',
  'These words are too common to be looked for.': 'Diese Wörter sind zu häufig, um danach zu suchen.',
  'This field is no longer used; leave it out, or activate it.':
    'Dieses Feld wird nicht mehr benutzt; lassen Sie es weg, oder schalten Sie es ein.',
  'This is a mailbox of this desk; leave it out, answers come here anyway.':
    'Das ist ein Postfach von Bureau; lassen Sie es weg, Antworten kommen ohnehin hier an.',
  'Use lower-case letters, digits and single hyphens, such as larkspur-coffee.':
    'Nehmen Sie Kleinbuchstaben, Ziffern und einzelne Bindestriche, etwa larkspur-coffee.',
  'Use 1 to 200 characters.': '1 bis 200 Zeichen.',
  'Use the `key` of a group of this filter.': 'Nehmen Sie eine Überschrift dieses Filters.',
  'Use the `next` of the page before, unchanged.': 'Laden Sie die Liste neu.',
  'Write a domain such as acme.com.': 'Geben Sie eine Domain wie acme.com an.',
  'Write a domain such as example.com.': 'Geben Sie eine Domain wie example.com an.',
  'Write a language such as de or en_us.': 'Geben Sie eine Sprache wie de oder en_us an.',
  'Write a host name such as help.larkspur.example, without https:// and without a path.':
    'Geben Sie einen Hostnamen wie hilfe.larkspur.example an, ohne https:// und ohne Pfad.',
  'Write a colour such as #8a4b12.': 'Geben Sie eine Farbe wie #8a4b12 an.',
  'Name each language once.': 'Nennen Sie jede Sprache einmal.',
  'Name each host once.': 'Nennen Sie jeden Host einmal.',
  'Begin with a slash.': 'Beginnen Sie mit einem Schrägstrich.',
  'Write a language such as en, de or pt-BR.': 'Geben Sie eine Sprache wie en, de oder pt-BR an.',
  'Write a name, an e-mail address or a telephone number.':
    'Geben Sie einen Namen, eine E-Mail-Adresse oder eine Telefonnummer an.',
  'Write a name.': 'Geben Sie einen Namen an.',
  'Write a port number.': 'Geben Sie eine Portnummer an.',
  'Write a subject.': 'Schreiben Sie einen Betreff.',
  'Write a telephone number.': 'Geben Sie eine Telefonnummer an.',
  'Write a whole number.': 'Geben Sie eine ganze Zahl an.',
  'Write an IANA time zone such as Europe/Berlin.': 'Wählen Sie eine Zeitzone wie Europe/Berlin.',
  'Write an address such as https://example.com.': 'Geben Sie eine Adresse wie https://example.com an.',
  'Write an address.': 'Geben Sie eine Adresse an.',
  'Write an e-mail address such as ana@example.com.': 'Geben Sie eine E-Mail-Adresse wie ana@example.com an.',
  'Write at least one character.': 'Mindestens ein Zeichen.',
  'Write every level, as in "Support::Testing".': 'Geben Sie jede Ebene an, wie in „Support::Testing“.',
  'Write only the name of the server, such as mail.example.com.':
    'Geben Sie nur den Namen des Servers an, etwa mail.example.com.',
  'Write the id, or null for none.': 'Geben Sie die Nummer an, oder nichts.',
  'Write the message.': 'Schreiben Sie die Nachricht.',
  'Write the name of the company.': 'Geben Sie den Namen der Firma an.',
  'Write the name of the folder.': 'Geben Sie den Namen des Ordners an.',
  'Write the name of your company.': 'Geben Sie den Namen Ihrer Firma an.',
  'Write the name that customers see.': 'Geben Sie den Namen an, den Kunden sehen.',
  'Write the name.': 'Geben Sie den Namen an.',
  'Write the note.': 'Schreiben Sie die Notiz.',
  'Write the password: the kept one belongs to another server.':
    'Geben Sie das Passwort an: Das gespeicherte gehört zu einem anderen Server.',
  'Write the reply.': 'Schreiben Sie die Antwort.',
  'Write the six digits, or a recovery code.': 'Geben Sie die sechs Ziffern oder einen Wiederherstellungscode ein.',
  'Write the template.': 'Schreiben Sie die Vorlage.',
  'Write the user name.': 'Geben Sie den Benutzernamen an.',
  'Write what you look for.': 'Schreiben Sie, was Sie suchen.',
  'Write your current password.': 'Geben Sie Ihr jetziges Passwort an.',
  'Write your name.': 'Geben Sie Ihren Namen an.',
  'Write your password.': 'Geben Sie Ihr Passwort an.',
  'You have no filter of this name.': 'Sie haben keinen Filter, der so heißt.',
  'Your role does not look into the trash.': 'Ihre Rolle darf nicht in den Papierkorb sehen.',
};
