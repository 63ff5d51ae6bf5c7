import { catalogue } from '../template.ts'

export const knowledge = catalogue({
  'A backend of the server is down; password was not judged':
    'Ein Dienst hinter dem Server ist gestört; das Passwort wurde nicht beurteilt',
  'A firewall or router rewrites the SMTP greeting (application-layer inspection); STARTTLS and AUTH are often masked too':
    'Eine Firewall oder ein Router schreibt die Begrüßung des SMTP-Servers um (Untersuchung der Anwendungsschicht); oft werden auch STARTTLS und AUTH verdeckt',
  'A line of the message is longer than mail allows': 'Eine Zeile der Nachricht ist länger, als Mail es erlaubt',
  'A line of the message is too long or ends as none may: the message is built against the rules of mail':
    'Eine Zeile der Nachricht ist zu lang oder endet, wie keine enden darf: Die Nachricht verstößt gegen die Regeln für Mail',
  'A line of the message’s header, such as the subject, is larger than the server takes':
    'Eine Zeile im Kopf der Nachricht, zum Beispiel der Betreff, ist größer, als der Server annimmt',
  'A mailbox has no room left': 'In einem Postfach ist kein Platz mehr',
  'A mailbox is full; on some services it is the sender’s own':
    'Ein Postfach ist voll; bei manchen Diensten ist es das eigene des Absenders',
  'A message in the outbox belongs to an account that is gone or damaged.':
    'Eine Nachricht im Postausgang gehört zu einem Account, der weg oder beschädigt ist.',
  'A middlebox overwrote EHLO keywords (typically STARTTLS) with X characters of the same length':
    'Etwas auf dem Weg hat Schlüsselwörter der Antwort auf EHLO (meist STARTTLS) mit gleich vielen X überschrieben',
  'A policy of the server limits how much may be sent, and the limit is reached':
    'Eine Regel des Servers begrenzt, wie viel gesendet werden darf, und die Grenze ist erreicht',
  'Abuse protection stopped the account (RefuseQuota, HipNotify and the like)':
    'Der Schutz vor Missbrauch hat den Account angehalten (RefuseQuota, HipNotify und dergleichen)',
  'Access for mail apps is switched off at the provider': 'Der Zugang für Mail-Apps ist beim Anbieter ausgeschaltet',
  'Access for mail apps is switched off for this mailbox at the provider':
    'Der Zugang für Mail-Apps ist für dieses Postfach beim Anbieter ausgeschaltet',
  'Access for mail apps is switched off for this mailbox, or the password is not an authorization code':
    'Der Zugang für Mail-Apps ist für dieses Postfach ausgeschaltet, oder das Passwort ist kein Autorisierungscode',
  'Access for mail programs is switched off in the settings of the mailbox, or the password is not an app password':
    'Der Zugang für Mail-Programme ist in den Einstellungen des Postfachs ausgeschaltet, oder das Passwort ist kein App-Passwort',
  'Account banned for spam': 'Der Account ist wegen Spam gesperrt',
  'Account blocked for sending spam, often because it was taken over':
    'Der Account ist gesperrt, weil er Spam gesendet hat, oft weil ihn jemand übernommen hat',
  'Account has 2-Step Verification; the normal password is not taken':
    'Der Account hat die Bestätigung in zwei Schritten; das normale Passwort wird nicht angenommen',
  'Account is locked': 'Der Account ist gesperrt',
  'Account or address not allowed to send this, or abuse lock':
    'Account oder Adresse darf dies nicht senden, oder eine Sperre wegen Missbrauchs',
  'Account paused for unusual sending': 'Der Account ruht, weil ungewöhnlich gesendet wurde',
  'Add the account again with Google sign-in': 'Füge den Account mit der Google-Anmeldung neu hinzu',
  'Add the account again with Google’s own sign-in window, or make an app password of 16 letters':
    'Füge den Account mit dem eigenen Anmeldefenster von Google neu hinzu, oder lege ein App-Passwort mit 16 Buchstaben an',
  'Add the account again with the Microsoft sign-in; switch on IMAP in outlook.com':
    'Füge den Account mit der Microsoft-Anmeldung neu hinzu; schalte auf outlook.com IMAP ein',
  'Add the account again with the provider’s own sign-in window':
    'Füge den Account mit dem eigenen Anmeldefenster des Anbieters neu hinzu',
  'Add the account as an Exchange account, or with the provider’s own sign-in window':
    'Füge den Account als Exchange-Account hinzu, oder mit dem eigenen Anmeldefenster des Anbieters',
  'Address with non-ASCII letters or a command option that the server lacks':
    'Eine Adresse mit besonderen Buchstaben (nicht ASCII) oder ein Zusatz zum Befehl, den der Server nicht kennt',
  'After several refused sign-ins the server shuts this address out for a while':
    'Nach mehreren abgewiesenen Anmeldungen sperrt der Server diese Adresse eine Weile aus',
  'Allow mail apps (POP3/IMAP) on the provider’s website; with two-step sign-in, make an app password':
    'Erlaube Mail-Apps (POP3/IMAP) auf der Website des Anbieters; bei Anmeldung in zwei Schritten lege ein App-Passwort an',
  'Allow this network on the provider’s website, switch the restriction off there, or try without the VPN':
    'Erlaube dieses Netz auf der Website des Anbieters, schalte die Beschränkung dort ab, oder versuche es ohne VPN',
  'An app password or the provider’s own sign-in window is needed':
    'Nötig ist ein App-Passwort oder das eigene Anmeldefenster des Anbieters',
  'An appointment cannot be synchronised. That does not concern the outbox.':
    'Ein Termin lässt sich nicht abgleichen. Mit dem Postausgang hat das nichts zu tun.',
  'Another POP session holds the mailbox': 'Eine andere POP-Sitzung hält das Postfach',
  'Answer announced for password login on client submission after its retirement':
    'Die Antwort, die für die Anmeldung mit Passwort beim Senden nach deren Ende angekündigt ist',
  'Answer of a mail server': 'Antwort eines Mailservers',
  'Answer of an Exchange server (HTTP)': 'Antwort eines Exchange-Servers (HTTP)',
  'App password is required': 'Ein App-Passwort ist nötig',
  'Apple Account password used instead of an app-specific one, or it was revoked (a change of the main password revokes all)':
    'Das Passwort des Apple Accounts statt eines anwendungsspezifischen, oder dieses wurde widerrufen (wer das Hauptpasswort ändert, widerruft alle)',
  'Apple defers mail, commonly at peak minutes':
    'Apple verschiebt Mail auf später, meistens in Minuten mit viel Betrieb',
  'Apple’s filter refused the message': 'Der Filter von Apple hat die Nachricht abgewiesen',
  'Ask the Workspace administrator': 'Frag den Administrator von Workspace',
  'Ask the administrator to allow sending with a password (“authenticated SMTP”)':
    'Bitte den Administrator, das Senden mit Passwort zu erlauben („authenticated SMTP“)',
  'Ask the administrator to allow you to send with a password (“authenticated SMTP”)':
    'Bitte den Administrator, dir das Senden mit Passwort zu erlauben („authenticated SMTP“)',
  'Ask the administrator whether this Outlook may be used.':
    'Frag den Administrator, ob dieses Outlook benutzt werden darf.',
  'Ask the administrator, or add the account again with the provider’s own sign-in window':
    'Frag den Administrator, oder füge den Account mit dem eigenen Anmeldefenster des Anbieters neu hinzu',
  'Ask the administrator, or add the account as Exchange':
    'Frag den Administrator, oder füge den Account als Exchange-Account hinzu',
  'Ask the recipient for another address': 'Frag den Empfänger nach einer anderen Adresse',
  'Ask the recipient in another way for an address that works':
    'Frage den Empfänger auf anderem Weg nach einer Adresse, die geht',
  'Ask the recipient, or look into Sent on the provider’s website, before you send it again.':
    'Frage den Empfänger oder schau auf der Webseite des Anbieters in „Gesendet“, bevor du sie noch einmal sendest.',
  'Attachment type blocked': 'Diese Art von Anhang ist gesperrt',
  'Authorization code needed in place of the password; also shown when codes are used too often':
    'Statt des Passworts ist ein Autorisierungscode nötig; das steht auch da, wenn Codes zu oft benutzt werden',
  'Basic login retired, token wrong, or IMAP off; no code tells which':
    'Die einfache Anmeldung gibt es nicht mehr, der Token ist falsch, oder IMAP ist aus; kein Code sagt, was es ist',
  'Basic login retired, wrong password or POP off':
    'Die einfache Anmeldung gibt es nicht mehr, das Passwort ist falsch, oder POP ist aus',
  Battery: 'Batterie',
  'Change links, attachments or wording; send a plain text test':
    'Ändere Links, Anhänge oder den Wortlaut; sende zur Probe reinen Text',
  'Change the content; wait; contact Apple when it lasts':
    'Ändere den Inhalt; warte; wende dich an Apple, wenn es anhält',
  'Change the password now; administrator must lift the restriction':
    'Ändere jetzt das Passwort; der Administrator muss die Sperre aufheben',
  'Change the text, leave out links and attachments, and send it again; have the Mac looked over if it speaks of a virus':
    'Ändere den Text, lass Links und Anhänge weg und sende sie noch einmal; lass den Mac prüfen, wenn von einem Virus die Rede ist',
  'Check Wi-Fi or the cable.': 'Prüfe das WLAN oder das Kabel.',
  'Check both; enter the password again for receiving and for sending':
    'Prüfe beides; gib das Passwort zum Empfangen und zum Senden neu ein',
  'Check host and port; try 465': 'Prüfe Server und Port; versuche es mit 465',
  'Check port and protocol': 'Prüfe Port und Art des Servers',
  'Check server name and port of the outgoing server.': 'Prüfe Servernamen und Port des Postausgangsservers.',
  'Check special folders (Sent, Drafts, Trash) in the account settings':
    'Prüfe in den Einstellungen des Accounts die besonderen Ordner („Gesendet“, „Entwürfe“, „Papierkorb“)',
  'Check the From address and the account that sends it': 'Prüfe die Absenderadresse und den Account, der sendet',
  'Check the address': 'Prüfe die Adresse',
  'Check the address for a typing mistake, or ask the recipient':
    'Prüfe die Adresse auf Tippfehler, oder frage den Empfänger',
  'Check the connection and the VPN.': 'Prüfe die Verbindung und das VPN.',
  'Check the name of the server for a typing mistake; see whether web pages open.':
    'Sieh nach, ob der Name des Servers einen Tippfehler hat und ob sich Webseiten öffnen.',
  'Check the password of the outgoing server too.': 'Prüfe auch das Passwort des Servers für ausgehende E-Mails.',
  'Check the password of the outgoing server, too.': 'Prüfe auch das Passwort des Servers für ausgehende E-Mails.',
  'Check the server name': 'Prüfe den Namen des Servers',
  "Check the spelling of the server's name.": 'Prüfe, wie der Name des Servers geschrieben ist.',
  'Check the user name; ask the administrator': 'Prüfe den Benutzernamen; frag den Administrator',
  'Check which encryption (SSL/TLS) is set for the port':
    'Prüfe, welche Verschlüsselung (SSL/TLS) für den Port eingestellt ist',
  'Choose an iCloud address or alias': 'Wähle eine iCloud-Adresse oder einen Alias',
  'Choose the address that belongs to the account as the sender':
    'Wähle als Absender die Adresse, die zum Account gehört',
  'Choose the address that belongs to the account.': 'Wähle die Adresse, die zum Account gehört.',
  'Choose the matching From address, or the right outgoing server for it':
    'Wähle die passende Absenderadresse oder den richtigen Postausgangsserver dafür',
  'Choose your own provider’s server for sending, with sign-in':
    'Wähle zum Senden den Server deines eigenen Anbieters, mit Anmeldung',
  'Chosen login method is allowed only under TLS': 'Die gewählte Art der Anmeldung ist nur verschlüsselt erlaubt',
  'Chosen login method is not offered': 'Die gewählte Art der Anmeldung wird nicht angeboten',
  'Client address is on a block list': 'Die Adresse dieses Netzes steht auf einer Sperrliste',
  'Client made several bad commands or logins in one session':
    'Die Mail-App hat in einer Sitzung mehrere falsche Befehle oder Anmeldungen gemacht',
  'Client must renew; if it repeats, sign in again':
    'Die Mail-App muss ihn erneuern; wenn es wiederkommt, melde dich neu an',
  'Client spoke before it was its turn, often a proxy or a plain/TLS mix-up':
    'Die Mail-App hat gesprochen, bevor sie an der Reihe war; oft ein Proxy, oder verschlüsselt und unverschlüsselt sind verwechselt',
  'Client used TLS 1.0 or 1.1': 'Die Mail-App hat TLS 1.0 oder 1.1 benutzt',
  'Close mail apps on other devices; wait some minutes':
    'Schließe Mail-Programme auf anderen Geräten; warte einige Minuten',
  'Close other POP clients': 'Schließ andere POP-Programme',
  'Close other POP clients; wait': 'Schließ andere POP-Programme; warte',
  'Close other devices that send; retry later':
    'Schließ Mail-Apps auf anderen Geräten, die senden; versuch es später noch einmal',
  'Close other mail apps': 'Schließ andere Mail-Apps',
  'Close other mail apps and devices behind the same router':
    'Schließ andere Mail-Apps und Geräte hinter demselben Router',
  'Close other mail apps and devices; wait some minutes': 'Schließ andere Mail-Apps und Geräte; warte einige Minuten',
  'Close other mail apps; lower the number of devices': 'Schließ andere Mail-Apps; nimm weniger Geräte',
  'Close other mail apps; retry': 'Schließ andere Mail-Apps; versuch es noch einmal',
  'Close other mail apps; wait': 'Schließ andere Mail-Apps; warte',
  'Close other senders; retry one at a time':
    'Schließ andere Programme, die senden; versuch es mit einer Nachricht nach der anderen',
  'Command not known: wrong service on the port, a filtering proxy, or STARTTLS/AUTH switched off':
    'Befehl nicht bekannt: falscher Dienst auf dem Port, ein filternder Proxy, oder STARTTLS/AUTH ist abgeschaltet',
  'Company sign-in server (federation) not reachable': 'Der Anmeldeserver der Firma (Verbund) ist nicht erreichbar',
  'Connection limit': 'Grenze für Verbindungen',
  'Connection limit of the server or of this address reached':
    'Die Grenze des Servers oder dieser Adresse für Verbindungen ist erreicht',
  'Contact Zoho support': 'Wende dich an die Hilfe von Zoho',
  'Contact the provider': 'Wende dich an den Anbieter',
  'Contact the provider or administrator': 'Wende dich an den Anbieter oder den Administrator',
  'Content or policy filter refused the message': 'Ein Filter für Inhalte oder Regeln hat die Nachricht abgewiesen',
  'Conversation took too long: slow uplink, huge attachment, or something stalls the data':
    'Das Gespräch dauerte zu lange: langsamer Upload, riesiger Anhang, oder etwas hält die Daten auf',
  'Correct the address': 'Berichtige die Adresse',
  'Correct the recipient address': 'Berichtige die Adresse des Empfängers',
  'DKIM signature missing, failing or mismatched': 'Die DKIM-Signatur fehlt, ist ungültig oder passt nicht',
  'Daily IMAP transfer limit reached': 'Die Menge, die an einem Tag über IMAP erlaubt ist, ist erreicht',
  'Daily limit: 1,000 messages or 1,000 recipients, 500 per message':
    'Grenze an einem Tag: 1.000 Nachrichten oder 1.000 Empfänger, 500 je Nachricht',
  'Daily recipient limit reached (10,000)': 'Die Grenze für Empfänger an einem Tag ist erreicht (10.000)',
  'Daily sending limit reached (2,000 Workspace, 500 free; counted over 24 hours)':
    'Die Grenze fürs Senden an einem Tag ist erreicht (2.000 bei Workspace, 500 kostenlos; über 24 Stunden gezählt)',
  'Delete mail and empty the Trash': 'Lösche Mail und leere den Papierkorb',
  'Delete or archive large messages and empty Deleted Items.':
    'Lösche oder archiviere große Nachrichten und leere „Gelöschte Elemente“.',
  'Do not change the password; wait and retry': 'Ändere das Passwort nicht; warte und versuch es noch einmal',
  'Do not change the password; wait and try again': 'Ändere das Passwort nicht; warte und versuche es noch einmal',
  'Do not send directly; use the provider’s submission server':
    'Sende nicht direkt; nimm den Postausgangsserver des Anbieters',
  'Domain of a recipient does not resolve': 'Die Domain eines Empfängers ist nicht zu finden',
  'Domain of the From address does not resolve': 'Die Domain der Absenderadresse ist nicht zu finden',
  'Either the access for mail apps is switched off for this mailbox, or the password is not an app password':
    'Entweder ist der Zugang für Mail-Apps für dieses Postfach ausgeschaltet, oder das Passwort ist kein App-Passwort',
  'Empty Deleted, Junk and Sent, then retry':
    'Leere „Gelöscht“, „Werbung“ und „Gesendet“, und versuch es dann noch einmal',
  'Empty Trash, Junk and Sent; otherwise tell the recipient':
    'Leere den Papierkorb, „Werbung“ und „Gesendet“; sonst sag dem Empfänger Bescheid',
  'Encryption (Secure Transport)': 'Verschlüsselung (Secure Transport)',
  'Encryption is needed for this operation': 'Dafür ist Verschlüsselung nötig',
  'Enter the password again, and check the user name': 'Gib das Passwort neu ein und prüfe den Benutzernamen',
  'Enter the password again, or renew it': 'Gib das Passwort neu ein oder erneuere es',
  'Enter the password again, twice at most. Some providers want an app password here':
    'Gib das Passwort neu ein, höchstens zweimal. Manche Anbieter wollen hier ein App-Passwort',
  'Enter the password again. Some providers want an app password here':
    'Gib das Passwort neu ein. Manche Anbieter wollen hier ein App-Passwort',
  'Every recipient was refused earlier': 'Jeder Empfänger wurde vorher schon abgewiesen',
  'Exchange account': 'Exchange-Account',
  'Exchanging mail with the Exchange server failed; what exactly this number says was never published.':
    'Der Austausch von Mail mit dem Exchange-Server ist gescheitert; was diese Nummer genau sagt, wurde nie veröffentlicht.',
  'Fault at Yahoo': 'Fehler bei Yahoo',
  'Fault inside the server (lookup, disk, scanner)': 'Fehler im Server selbst (Nachschlagen, Speicher, Virenprüfung)',
  'Fault on the server': 'Fehler auf dem Server',
  'Fix the From address; check the domain registration':
    'Berichtige die Absenderadresse; prüfe, ob die Domain angemeldet ist',
  'Folder may not be used, cannot exist or is gone':
    'Der Ordner darf nicht benutzt werden, kann nicht bestehen oder ist weg',
  'From address does not belong to the account that logged in':
    'Die Absenderadresse gehört nicht zum angemeldeten Account',
  'From address needs a login and none was made': 'Die Absenderadresse braucht eine Anmeldung, und es gab keine',
  'From differs from the account or alias': 'Die Absenderadresse ist weder die des Accounts noch ein Alias',
  'From differs from the mailbox that logged in':
    'Die Absenderadresse ist eine andere als die des angemeldeten Postfachs',
  'From domain fails DMARC with policy reject': 'Die Absenderdomain besteht DMARC nicht, und ihre Regel heißt abweisen',
  'From is not one of the account’s addresses or aliases':
    'Die Absenderadresse ist keine Adresse und kein Alias des Accounts',
  'Front end could not reach the mailbox': 'Der vordere Server hat das Postfach nicht erreicht',
  'General > Date & Time': 'Allgemein > Datum & Uhrzeit',
  'General > Device Management': 'Allgemein > Geräteverwaltung',
  'General > Login Items & Extensions': 'Allgemein > Anmeldeobjekte & Erweiterungen',
  'General > Software Update': 'Allgemein > Softwareupdate',
  'General > Storage': 'Allgemein > Speicher',
  'Give the Mac a plain name in System Settings, or use the server’s port for signed-in mail (587 or 465)':
    'Gib dem Mac in den Systemeinstellungen einen einfachen Namen, oder benutze den Port für angemeldete Mail (587 oder 465)',
  'Google takes app passwords and its own sign-in window, and has taken no account passwords since 1 May 2025':
    'Google nimmt App-Passwörter und sein eigenes Anmeldefenster, aber seit 1. Mai 2025 keine Passwörter des Accounts mehr',
  'Google wants a check in the browser': 'Google will eine Bestätigung im Browser',
  'Host does not take mail at all, or refuses this client at the greeting':
    'Der Server nimmt überhaupt keine Mail an, oder lehnt diese Mail-App schon bei der Begrüßung ab',
  'IMAP is off for the account': 'IMAP ist für den Account aus',
  'Internet Accounts': 'Internetaccounts',
  'Judge by stage': 'Es kommt darauf an, wann es gesagt wurde',
  'Judge by the command: LOGIN = account, APPEND = storage, SELECT = folder':
    'Es hängt am Befehl: LOGIN = Account, APPEND = Speicherplatz, SELECT = Ordner',
  'Leave the VPN; change the content': 'Geh aus dem VPN; ändere den Inhalt',
  'Let Outbox Doctor look at the certificate.': 'Lass Outbox Doctor das Zertifikat ansehen.',
  'Let Outbox Doctor look at the certificate; never trust it just to make mail leave.':
    'Lass Outbox Doctor das Zertifikat ansehen; vertraue ihm nie nur deshalb, damit Mail hinausgeht.',
  'Let Outbox Doctor look which port the server has open (outbox-doctor check).':
    'Lass Outbox Doctor nachsehen, welchen Port der Server offen hat (outbox-doctor check).',
  'Let Outbox Doctor test the Exchange server.': 'Lass Outbox Doctor den Exchange-Server prüfen.',
  'Let Outbox Doctor test the connection (outbox-doctor check); try again with the VPN and other filters off.':
    'Lass Outbox Doctor die Verbindung prüfen (outbox-doctor check); versuche es noch einmal ohne VPN und andere Filter.',
  'Let Outbox Doctor test the connection (outbox-doctor check); try another network.':
    'Lass Outbox Doctor die Verbindung prüfen (outbox-doctor check); versuche es in einem anderen Netzwerk.',
  'Let Outbox Doctor test the encryption. Never trust a certificate just to make mail leave.':
    'Lass Outbox Doctor die Verschlüsselung prüfen. Vertraue einem Zertifikat nie nur deshalb, damit Mail hinausgeht.',
  'Let the mail app choose how to sign in, or use the provider’s own sign-in window':
    'Lass die Mail-App wählen, wie sie sich anmeldet, oder nimm das eigene Anmeldefenster des Anbieters',
  'Limit on connections, rate or objects': 'Grenze für Verbindungen, Menge oder Zahl der Dinge',
  'Logged in again too soon': 'Zu früh wieder angemeldet',
  'Login is right but may not act for this mailbox (delegation)':
    'Die Anmeldung stimmt, darf aber nicht für dieses Postfach handeln (Vertretung)',
  'Login method not offered on this endpoint (basic login switched off)':
    'Diese Art der Anmeldung gibt es hier nicht (die einfache Anmeldung ist abgeschaltet)',
  'Login missing on a hosting server': 'Bei einem Server eines Webhosters fehlt die Anmeldung',
  'Login name accepted but mailbox not opened: token scope, shared mailbox form, throttling or a licence problem':
    'Der Name wurde angenommen, das Postfach aber nicht geöffnet: Rechte des Tokens, Form eines gemeinsamen Postfachs, Bremse oder ein Problem mit der Lizenz',
  'Login offered only after TLS, or not on this port':
    'Die Anmeldung gibt es erst nach der Verschlüsselung, oder nicht auf diesem Port',
  'Login refused': 'Die Anmeldung wurde abgewiesen',
  'Login refused, no detail given': 'Die Anmeldung wurde abgewiesen, ohne Näheres',
  'Login refused, no detail known': 'Die Anmeldung wurde abgewiesen, Näheres ist nicht bekannt',
  'Login refused: wrong password, wrong user form, token without SMTP scope, or SMTP AUTH off':
    'Die Anmeldung wurde abgewiesen: falsches Passwort, falsche Form des Benutzernamens, ein Token ohne Erlaubnis für SMTP, oder SMTP AUTH ist aus',
  'Login server of the provider is unavailable; the password was not judged':
    'Der Anmeldedienst des Anbieters ist nicht erreichbar; das Passwort wurde nicht beurteilt',
  'Login service is down for the moment; the password was not judged':
    'Der Anmeldedienst ist im Augenblick gestört; das Passwort wurde nicht beurteilt',
  'Look at the addresses of the message.': 'Sieh dir die Adressen der Nachricht an.',
  'Look at the reply before this one': 'Sieh dir die Antwort davor an',
  'Look at the reply to each recipient': 'Sieh dir die Antwort zu jedem Empfänger an',
  'Look into Sent on the provider’s website, or ask a recipient, before sending it again':
    'Sieh auf der Website des Anbieters in „Gesendet“ nach, oder frag einen Empfänger, bevor du sie noch einmal sendest',
  'Look into Sent, or ask a recipient, before sending it again.':
    'Sieh in „Gesendet“ nach, oder frag einen Empfänger, bevor du sie noch einmal sendest.',
  'Mail app and server found no encryption that both know.':
    'Mail-App und Server haben keine Verschlüsselung gefunden, die beide kennen.',
  'Mail loop between servers': 'Mail läuft zwischen Servern im Kreis',
  'Mail was handed to the server that takes mail from other servers, without signing in':
    'Mail wurde ohne Anmeldung dem Server übergeben, der Mail von anderen Servern annimmt',
  'Mailbox disabled': 'Das Postfach ist abgeschaltet',
  'Mailbox full: Mail cannot store the sent copy or drafts':
    'Das Postfach ist voll: Mail kann die Kopie des Gesendeten oder Entwürfe nicht ablegen',
  'Mailbox locked by another POP session': 'Eine andere POP-Sitzung hält das Postfach gesperrt',
  'Mailbox or login is in use by another session':
    'Postfach oder Anmeldung wird gerade von einer anderen Sitzung benutzt',
  'Main password used; Fastmail takes app passwords only':
    'Es war das Hauptpasswort; Fastmail nimmt nur App-Passwörter',
  'Make a new code in the web settings': 'Erzeuge in den Einstellungen auf der Website einen neuen Code',
  'Make an app password (some call it authorization code) on the provider’s website and enter it':
    'Mache auf der Website des Anbieters ein App-Passwort (bei manchen heißt es Autorisierungscode) und gib es ein',
  'Make an app password at the provider, or use the provider’s own sign-in window':
    'Lege beim Anbieter ein App-Passwort an, oder nimm sein eigenes Anmeldefenster',
  'Make an app password on the account’s security page, and wait 30 minutes before you try it':
    'Lege auf der Sicherheitsseite des Accounts ein App-Passwort an, und warte 30 Minuten, bevor du es benutzt',
  'Make an app-specific password at account.apple.com; for a Mac’s own iCloud account sign in again in System Settings':
    'Lege auf account.apple.com ein anwendungsspezifisches Passwort an; für den iCloud-Account des Macs selbst melde dich in den Systemeinstellungen neu an',
  'Make one in the Mail.ru security settings': 'Lege eines in den Sicherheitseinstellungen von Mail.ru an',
  'Make room in it on the provider’s website.': 'Schaffe auf der Webseite des Anbieters Platz darin.',
  'Make room in it; if it is the recipient’s, tell them':
    'Schaffe darin Platz; ist es das Postfach des Empfängers, sag es ihm',
  'Make room in the mailbox.': 'Schaffe Platz im Postfach.',
  'Make the attachments smaller, or send a link instead':
    'Verkleinere die Anhänge, oder schicke stattdessen einen Link',
  'Make the attachments smaller, or send a link instead.':
    'Verkleinere die Anhänge, oder schicke stattdessen einen Link.',
  'Message larger than the allowed size': 'Die Nachricht ist größer als erlaubt',
  'Message larger than the server limit (compare with SIZE in EHLO)':
    'Die Nachricht ist größer, als der Server erlaubt (vergleiche SIZE in der Antwort auf EHLO)',
  'Message larger than the server takes': 'Die Nachricht ist größer, als der Server sie nimmt',
  'Message or recipient rate limit reached':
    'Die Grenze dafür, wie viele Nachrichten oder Empfänger in einer bestimmten Zeit erlaubt sind, ist erreicht',
  'Message over the size limit (25 MB encoded)':
    'Die Nachricht ist größer als erlaubt (25 MB, so wie sie unterwegs ist)',
  'Message rate limit of the receive connector':
    'Die Grenze dafür, wie viele Nachrichten hier in einer bestimmten Zeit angenommen werden',
  'Message too large': 'Die Nachricht ist zu groß',
  'Microsoft 365 has been switching off Exchange Web Services since 1 October 2026, organisation by organisation':
    'Microsoft 365 schaltet seit 1. Oktober 2026 die Exchange Web Services ab, eine Organisation nach der anderen',
  'Microsoft 365 has had no Exchange Web Services for anybody since 1 April 2027':
    'Bei Microsoft 365 gibt es seit 1. April 2027 für niemanden mehr Exchange Web Services',
  'Microsoft 365 has taken no passwords for reading mail since October 2022; it wants its own sign-in window':
    'Microsoft 365 nimmt seit Oktober 2022 zum Lesen von Mail keine Passwörter mehr an; es will sein eigenes Anmeldefenster',
  'Microsoft 365 takes passwords for sending only where the organisation allows it, from the end of December 2026':
    'Microsoft 365 nimmt zum Senden ab Ende Dezember 2026 nur dort Passwörter an, wo die Organisation es erlaubt',
  'Microsoft sign-in; switch on POP in outlook.com': 'Nimm die Microsoft-Anmeldung; schalte auf outlook.com POP ein',
  'More recipients than the server takes at a time': 'Mehr Empfänger, als der Server auf einmal annimmt',
  'More than 100 recipients through SMTP': 'Mehr als 100 Empfänger über SMTP',
  'More than 15 sessions for the account': 'Mehr als 15 Sitzungen für den Account',
  'More than 3 sending sessions for the mailbox at once (30 messages a minute also applies)':
    'Mehr als 3 Sitzungen zum Senden auf einmal für dieses Postfach (dazu gilt: 30 Nachrichten in der Minute)',
  'More than mail_max_userip_connections sessions from this address (often 10)':
    'Mehr Sitzungen von dieser Adresse, als mail_max_userip_connections erlaubt (oft 10)',
  'More was sent than the provider allows in a time':
    'Es wurde mehr gesendet, als der Anbieter in einer bestimmten Zeit erlaubt',
  'Neither SPF nor DKIM passed, or DMARC asks for rejection':
    'Weder SPF noch DKIM hat gestimmt, oder DMARC verlangt, dass abgelehnt wird',
  Network: 'Netzwerk',
  'Network > Firewall': 'Netzwerk > Firewall',
  'Network > VPN & Filters': 'Netzwerk > VPN und Filter',
  'Network connection': 'Netzwerkverbindung',
  'No STARTTLS was sent before the login': 'Vor der Anmeldung wurde kein STARTTLS gesendet',
  'No connection to the server could be made.': 'Es kam keine Verbindung zum Server zustande.',
  'No login was made, or login is switched off, so MAIL FROM was anonymous':
    'Es gab keine Anmeldung, oder sie ist abgeschaltet, so kam MAIL FROM ohne Namen',
  'No permission to send as this From address': 'Keine Erlaubnis, unter dieser Absenderadresse zu senden',
  'Not an IMAP client, or a proxy garbles the stream': 'Kein IMAP-Programm, oder ein Proxy verstümmelt die Daten',
  'Not logged in, so the server will not pass mail to other domains':
    'Nicht angemeldet, deshalb leitet der Server keine Mail an andere Domains weiter',
  'Not signed in, or not encrypted yet': 'Nicht angemeldet, oder noch nicht verschlüsselt',
  'Not signed in, so the server does not pass mail on': 'Nicht angemeldet, deshalb leitet der Server keine Mail weiter',
  'Nothing needs to be done for mail to leave.': 'Damit Mail hinausgeht, ist nichts zu tun.',
  'Nothing needs to be done.': 'Es ist nichts zu tun.',
  'Nothing; the client reconnects': 'Nichts; die Mail-App verbindet sich von selbst neu',
  Notifications: 'Mitteilungen',
  'OAuth token ran out': 'Der Zugangsschlüssel (OAuth-Token) ist abgelaufen',
  'Only the administrator can put this right': 'Das kann nur der Administrator in Ordnung bringen',
  'Open E-Mail, then Settings, then POP3 & IMAP, and switch it on; some accounts have to pay for it.':
    'Öffne E-Mail, dann Einstellungen, dann POP3 & IMAP, und schalte es ein; bei manchen Accounts kostet es etwas.',
  'Open E-Mail, then Settings, then POP3 & IMAP, and tick “Send and receive emails via external program”.':
    'Öffne E-Mail, dann Einstellungen, dann POP3 & IMAP, und setze den Haken bei „Send and receive emails via external program“.',
  'Open E-Mail, then Settings, then POP3/IMAP Access, and tick “Allow access to this account via POP3 and IMAP”.':
    'Öffne E-Mail, dann Einstellungen, dann POP3/IMAP-Abruf, und setze den Haken bei „POP3- und IMAP-Zugriff erlauben“.',
  'Open Network in System Settings.': 'Öffne in den Systemeinstellungen „Netzwerk“.',
  'Open Password and security, then Passwords for external applications, and make one for mail. It switches the access on.':
    'Öffne „Password and security“, dann „Passwords for external applications“, und mache eines für Mail. Damit ist der Zugriff eingeschaltet.',
  'Open Settings, then Account, and switch on the IMAP/SMTP service. The authorization code that it shows then is the password for mail apps.':
    'Öffne die Einstellungen, dann „Account“, und schalte den IMAP/SMTP-Dienst ein. Der Code, den die Seite dann zeigt, ist das Passwort für Mail-Programme.',
  'Open Settings, then Mail Accounts, then IMAP, and tick “IMAP Access”.':
    'Öffne die Einstellungen, dann „Mail Accounts“, dann IMAP, und setze den Haken bei „IMAP Access“.',
  'Open Settings, then POP3/SMTP/IMAP, and switch on the IMAP/SMTP service. The authorization code that it shows then is the password for mail apps.':
    'Öffne die Einstellungen, dann POP3/SMTP/IMAP, und schalte den IMAP/SMTP-Dienst ein. Der Code, den die Seite dann zeigt, ist das Passwort für Mail-Programme.',
  'Open Settings, then Security, and allow the access by third-party programs.':
    'Öffne die Einstellungen, dann „Security“, und erlaube den Zugriff durch fremde Programme.',
  'Open Settings, then “Enable Titan on other apps”, and switch it on.':
    'Öffne die Einstellungen, dann „Enable Titan on other apps“, und schalte es ein.',
  'Open the customer area, then the settings of the mailbox, and switch on sending with sign-in (SMTP).':
    'Öffne den Kundenbereich, dann die Einstellungen des Postfachs, und schalte das Senden mit Anmeldung (SMTP) ein.',
  'Open the link, confirm, retry': 'Öffne den Link, bestätige, und versuch es noch einmal',
  'Open the message, choose an account under From, and send it again.':
    'Öffne die Nachricht, wähle bei „Von“ einen Account und sende sie noch einmal.',
  'Open the settings of the mailbox, then Email clients, and tick the access by IMAP with app passwords. Then make an app password for mail.':
    'Öffne die Einstellungen des Postfachs, dann „Email clients“, und setze den Haken beim Zugriff über IMAP mit App-Passwörtern. Mache dann ein App-Passwort für Mail.',
  'Open the settings of the mailbox, then IMAP/POP/SMTP access, and allow the access by other apps.':
    'Öffne die Einstellungen des Postfachs, dann den Zugriff über IMAP/POP/SMTP, und erlaube den Zugriff durch andere Programme.',
  'Open the settings of the mailbox, then IMAP/POP3, and set it to “Use”.':
    'Öffne die Einstellungen des Postfachs, dann IMAP/POP3, und stelle es auf „Benutzen“.',
  'Open the settings of the mailbox, then Mail programs, and switch on POP3/IMAP/SMTP.':
    'Öffne die Einstellungen des Postfachs, dann „Mail-Programme“, und schalte POP3/IMAP/SMTP ein.',
  'Open the settings of the mailbox, then Mail programs, and switch the access on.':
    'Öffne die Einstellungen des Postfachs, dann „Mail-Programme“, und schalte den Zugriff ein.',
  'Open the settings of the mailbox, then POP3/IMAP, and set IMAP/SMTP to “Use”. With sign-in in two steps, make an application password, too.':
    'Öffne die Einstellungen des Postfachs, dann POP3/IMAP, und stelle IMAP/SMTP auf „Benutzen“. Bei Anmeldung in zwei Schritten mache auch ein Passwort für Anwendungen.',
  'Open the settings of the mailbox, then Passwords, and set a password for e-mail programs. That one belongs into the mail app.':
    'Öffne die Einstellungen des Postfachs, dann „Passwörter“, und lege ein Passwort für E-Mail-Programme fest. Dieses gehört ins Mail-Programm.',
  'Organisation over its threshold, IP not accepted, or domain not registered':
    'Die Organisation ist über ihrer Grenze, die IP-Adresse wird nicht angenommen, oder die Domain ist nicht angemeldet',
  'Organisation reached its daily external recipient limit':
    'Die Organisation hat ihre Grenze für auswärtige Empfänger an einem Tag erreicht',
  'Outgoing server needs a login and none was sent': 'Der Postausgangsserver braucht eine Anmeldung, und es kam keine',
  'Outlook is switched offline or not connected.': 'Outlook ist offline geschaltet oder nicht verbunden.',
  'Outlook.com has taken no passwords from mail apps since 16 September 2024; it wants its own sign-in window':
    'Outlook.com nimmt seit 16. September 2024 keine Passwörter von Mail-Apps mehr an; es will sein eigenes Anmeldefenster',
  'Over 20 MB': 'Über 20 MB',
  'Own mailbox is full, so sending is shut off': 'Das eigene Postfach ist voll, deshalb ist das Senden gesperrt',
  'POP is off for the account': 'POP ist für den Account aus',
  'Password database not reachable': 'Die Datenbank der Passwörter ist nicht erreichbar',
  'Password login has been retired; only the provider’s own sign-in window works':
    'Die Anmeldung mit Passwort gibt es nicht mehr; nur das eigene Anmeldefenster des Anbieters geht',
  'Password login is not allowed now (usually before TLS)':
    'Die Anmeldung mit Passwort ist jetzt nicht erlaubt (meistens vor der Verschlüsselung)',
  'Password login too weak for this account: an app password or the provider’s own sign-in window is wanted':
    'Die Anmeldung mit Passwort ist für diesen Account zu schwach: Verlangt wird ein App-Passwort oder das eigene Anmeldefenster des Anbieters',
  'Password must be changed or stored again on the server before this login method works':
    'Bevor diese Art der Anmeldung geht, muss das Passwort geändert oder auf dem Server neu gespeichert werden',
  'Password or account expired': 'Passwort oder Account ist abgelaufen',
  'Password refused or too many tries; only app passwords or the provider’s own sign-in window work':
    'Das Passwort wurde abgewiesen, oder es waren zu viele Versuche; nur App-Passwörter oder das eigene Anmeldefenster des Anbieters gehen',
  'Password sent without TLS; treat it as exposed':
    'Das Passwort wurde unverschlüsselt gesendet; nimm an, dass andere es kennen',
  'Permanent refusal without a known text': 'Endgültig abgewiesen, in Worten, die nicht bekannt sind',
  'Permanent server fault for this mailbox': 'Dauerhafter Fehler des Servers mit diesem Postfach',
  'Policy refusal of content or client address':
    'Wegen des Inhalts oder der Adresse dieses Netzes nach einer Regel abgewiesen',
  'Privacy & Security > Accessibility': 'Datenschutz & Sicherheit > Bedienungshilfen',
  'Privacy & Security > Automation': 'Datenschutz & Sicherheit > Automation',
  'Privacy & Security > Full Disk Access': 'Datenschutz & Sicherheit > Festplattenvollzugriff',
  'Privacy & Security > Local Network': 'Datenschutz & Sicherheit > Lokales Netzwerk',
  'Provider wants a talk: suspended account or policy':
    'Der Anbieter will, dass du dich meldest: gesperrter Account oder eine Regel',
  'Raise the check interval': 'Lass seltener nach neuer Mail sehen',
  'Rate limit for this client address': 'Grenze, wie viel diese Adresse in einer bestimmten Zeit darf',
  'Read the link in the reply; ask the administrator when gcdp is shown':
    'Lies, was unter dem Link in der Antwort steht; frag den Administrator, wenn gcdp dasteht',
  'Read the text; look up the code': 'Lies den Text; schlag den Code nach',
  'Read the text; the same message will be refused again': 'Lies den Text; dieselbe Nachricht wird wieder abgewiesen',
  'Recipient does not exist at that organisation': 'Bei dieser Organisation gibt es den Empfänger nicht',
  'Recipient domain or mailbox accepts no mail': 'Domain oder Postfach des Empfängers nimmt keine Mail an',
  'Recipient domain publishes a null MX':
    'Die Domain des Empfängers gibt bekannt, dass sie keine Mail annimmt (Null-MX)',
  'Recipient gets mail faster than allowed, or sender is rate limited':
    'Der Empfänger bekommt schneller Mail, als erlaubt ist, oder der Absender wird gebremst',
  'Recipient mailbox does not exist': 'Das Postfach des Empfängers gibt es nicht',
  'Recipient mailbox is full (temporary form)': 'Das Postfach des Empfängers ist voll (vorübergehend)',
  'Recipient mailbox is throttled': 'Das Postfach des Empfängers wird gebremst',
  'Recipient or sender over the rate limit': 'Empfänger oder Absender ist über der Grenze für eine bestimmte Zeit',
  'Recipient side found SPF failing: mail left through a server that the domain does not list':
    'Die Seite des Empfängers hat gesehen, dass SPF nicht stimmt: Die Mail kam über einen Server, den die Domain nicht nennt',
  'Reconnect; look for throttling': 'Verbinde neu; sieh nach, ob gebremst wird',
  'Refused by policy or as unsolicited; suffix gcdp means a rule of the domain administrator':
    'Nach einer Regel oder als unerwünscht abgewiesen; gcdp am Ende heißt, dass es eine Regel des Administrators der Domain ist',
  'Refused without a code': 'Ohne Code abgewiesen',
  'Refused without a code; the stage tells: greeting = service down, USER/PASS = login, RETR = message':
    'Ohne Code abgewiesen; wann es kam, sagt mehr: Begrüßung = Dienst gestört, USER/PASS = Anmeldung, RETR = Nachricht',
  'Remove and add the account with Google sign-in, or use an app password':
    'Entferne den Account und füge ihn mit der Google-Anmeldung neu hinzu, oder nimm ein App-Passwort',
  'Remove the account and add it again with the Microsoft sign-in window':
    'Entferne den Account und füge ihn mit dem Anmeldefenster von Microsoft neu hinzu',
  'Remove the account and add it again with the provider’s sign-in window':
    'Entferne den Account und füge ihn mit dem Anmeldefenster des Anbieters neu hinzu',
  'Renew the password on the web': 'Erneuere das Passwort auf der Website',
  'Retry one at a time': 'Versuch es noch einmal, eine nach der anderen',
  'Retry; update the app': 'Versuche es noch einmal; aktualisiere die App',
  'SMTP/IMAP off for the account, or authorization code missing':
    'SMTP/IMAP ist für den Account aus, oder der Autorisierungscode fehlt',
  'Same limit, other wording': 'Dieselbe Grenze in anderen Worten',
  'Secure the account, then contact support': 'Sichere den Account ab, und wende dich dann an die Hilfe des Anbieters',
  'Security defaults or conditional access refuse this login':
    'Die Sicherheitsstandards oder der bedingte Zugriff der Organisation lehnen diese Anmeldung ab',
  'Security or policy refusal': 'Abgewiesen aus Gründen der Sicherheit oder nach einer Regel',
  'Send a link instead of the files; on their way, files grow by a third':
    'Sende statt der Dateien einen Link; unterwegs werden Dateien um ein Drittel größer',
  'Send another file type or a link': 'Sende eine andere Art von Datei oder einen Link',
  "Send from the account's main address, and check that encryption is switched on.":
    'Sende von der Hauptadresse des Accounts, und prüfe, ob die Verschlüsselung eingeschaltet ist.',
  'Send it to fewer people at a time.': 'Sende sie an weniger Personen auf einmal.',
  'Send it without signature and encryption, if what it says allows that.':
    'Sende sie ohne Signatur und Verschlüsselung, wenn ihr Inhalt das erlaubt.',
  'Send large files as a link.': 'Sende große Dateien als Link.',
  'Send through the outgoing server that belongs to the address':
    'Sende über den Postausgangsserver, der zur Adresse gehört',
  'Send through the server that belongs to the From address': 'Sende über den Server, der zur Absenderadresse gehört',
  'Send through your provider’s server with sign-in; have the address taken off the list the reply names':
    'Sende über den Server deines Anbieters mit Anmeldung; lass die Adresse von der Liste nehmen, die die Antwort nennt',
  'Sender address blocked': 'Die sendende Adresse ist gesperrt',
  'Sender address deferred for volume or complaints':
    'Die sendende Adresse wird wegen der Menge oder wegen Beschwerden auf später vertröstet',
  'Sender address rejected': 'Die Absenderadresse wurde abgewiesen',
  'Sending address has no reverse DNS: a rule for servers':
    'Zur sendenden Adresse gehört kein Name (Reverse-DNS): eine Regel für Server',
  'Sending address throttled while it is examined (ASxxx)':
    'Die sendende Adresse wird gebremst, während sie untersucht wird (ASxxx)',
  'Sending and fetching mail': 'Senden und Abrufen von Mail',
  'Sending blocked for the account, or From is not verified':
    'Das Senden ist für den Account gesperrt, oder die Absenderadresse ist nicht bestätigt',
  'Sending failed while connecting or securing the connection. It was also seen with attachments to many recipients.':
    'Das Senden ist beim Verbinden oder beim Verschlüsseln der Verbindung gescheitert. Gesehen wurde das auch bei Anhängen an viele Empfänger.',
  'Sending or fetching mail failed; what exactly this number says was never published.':
    'Senden oder Abrufen von Mail ist gescheitert; was diese Nummer genau sagt, wurde nie veröffentlicht.',
  'Sending with a password is switched off for the whole organisation':
    'Das Senden mit Passwort ist für die ganze Organisation abgeschaltet',
  'Sending with a password is switched off for this mailbox':
    'Das Senden mit Passwort ist für dieses Postfach abgeschaltet',
  'Server blames the client': 'Der Server gibt der Mail-App die Schuld',
  'Server busy': 'Der Server ist ausgelastet',
  'Server cannot start TLS': 'Der Server kann nicht verschlüsseln',
  'Server cannot start TLS right now (certificate or key problem on its side)':
    'Der Server kann gerade nicht verschlüsseln (Problem mit Zertifikat oder Schlüssel auf seiner Seite)',
  'Server demands reverse DNS of the client, a rule for servers rather than for mail apps: login was not used or port 25 is used':
    'Der Server verlangt einen Namen zur IP-Adresse des Absenders (Reverse-DNS), eine Regel für Server und nicht für Mail-Apps: Es gab keine Anmeldung, oder Port 25 wird benutzt',
  'Server did not understand the command: bug, or a proxy changed the stream':
    'Der Server hat den Befehl nicht verstanden: ein Programmfehler, oder ein Proxy hat die Daten verändert',
  'Server disk is full': 'Der Speicher des Servers ist voll',
  'Server does not take visitors at the moment': 'Der Server lässt im Augenblick niemanden herein',
  'Server dropped the session; number is an internal reason':
    'Der Server hat die Sitzung abgebrochen; die Zahl ist ein Grund, den nur er kennt',
  'Server ended the session instead of answering the login':
    'Der Server hat die Sitzung beendet, statt die Anmeldung zu beantworten',
  'Server ends the session, also as a greeting: refused, shutting down or banned':
    'Der Server beendet die Sitzung, auch gleich zur Begrüßung: abgelehnt, beim Abschalten oder gesperrt',
  'Server is closing this connection: overload, shutdown, too many errors or a policy limit':
    'Der Server schließt diese Verbindung: Überlast, Abschaltung, zu viele Fehler oder eine Grenze seiner Regeln',
  'Server is overloaded': 'Der Server ist überlastet',
  'Server overloaded': 'Der Server ist überlastet',
  'Server refuses the name the mail app introduces itself with':
    'Der Server lehnt den Namen ab, mit dem sich die Mail-App vorstellt',
  'Server refuses to go on in clear text': 'Der Server will unverschlüsselt nicht weitermachen',
  'Server rejects the name the client introduces itself with':
    'Der Server lehnt den Namen ab, mit dem die Mail-App sich vorstellt',
  'Server turns visitors away': 'Der Server weist Besucher ab',
  'Server turns visitors away: overloaded, in maintenance or closing':
    'Der Server weist Besucher ab: überlastet, in Wartung oder beim Schließen',
  'Server wants TLS before the login': 'Der Server will vor der Anmeldung die Verschlüsselung',
  'Server-side lookup or configuration error': 'Fehler des Servers beim Nachschlagen oder in seiner Einrichtung',
  'Service stopped or in maintenance': 'Der Dienst ist angehalten oder wird gewartet',
  'Session had too many errors': 'Die Sitzung hatte zu viele Fehler',
  'Session idle too long; normal': 'Die Sitzung war zu lange still; das ist normal',
  'Set the account’s encryption: TLS on port 465 or 993, STARTTLS on 587':
    'Stelle die Verschlüsselung des Accounts ein: TLS auf Port 465 oder 993, STARTTLS auf 587',
  'Set the account’s encryption: TLS on port 465, STARTTLS on 587':
    'Stelle die Verschlüsselung des Accounts ein: TLS auf Port 465, STARTTLS auf 587',
  'Set the sign-in of the outgoing server to “Password”, and its encryption on.':
    'Stelle die Anmeldung am Server für ausgehende E-Mails auf „Passwort“, und schalte seine Verschlüsselung ein.',
  'Set user name and password for the outgoing server': 'Trag beim Postausgangsserver Benutzernamen und Passwort ein',
  'Setting up the connection to the server failed.': 'Die Verbindung zum Server ließ sich nicht aufbauen.',
  'Shorten the subject and the list of recipients, then send it again':
    'Kürze den Betreff und die Liste der Empfänger und sende sie dann noch einmal',
  'Show the text': 'Lies den Text, den der Server dazu schreibt',
  'Shrink attachments': 'Mach die Anhänge kleiner',
  'Shrink attachments or use Mail Drop or a link': 'Mach die Anhänge kleiner, oder nimm Mail Drop oder einen Link',
  'Sign in again in the provider’s own sign-in window': 'Melde dich im eigenen Anmeldefenster des Anbieters neu an',
  'Sign in again with the provider’s own sign-in window, or ask the administrator whether sending with a password is allowed':
    'Melde dich mit dem eigenen Anmeldefenster des Anbieters neu an, oder frag den Administrator, ob das Senden mit Passwort erlaubt ist',
  'Sign in again; wait; ask the administrator': 'Melde dich neu an; warte; frag den Administrator',
  'Sign in on outlook.com, verify the account by phone, wait':
    'Melde dich auf outlook.com an, bestätige den Account per Telefon, und warte',
  'Sign in on the provider’s website and see what it says':
    'Melde dich auf der Website des Anbieters an und sieh, was dort steht',
  'Sign in on the provider’s website and see what it says; change the password':
    'Melde dich auf der Website des Anbieters an und sieh, was dort steht; ändere das Passwort',
  'Sign in on the provider’s website and see what it says; change the password if it speaks of misuse':
    'Melde dich auf der Website des Anbieters an und sieh, was dort steht; ändere das Passwort, wenn von Missbrauch die Rede ist',
  'Sign in on the provider’s website, do what it asks there, then try again':
    'Melde dich auf der Website des Anbieters an, tu, was sie verlangt, und versuche es dann noch einmal',
  'Sign in on the web and look for a notice': 'Melde dich auf der Website an und sieh nach, ob dort ein Hinweis steht',
  'Sign in on the web and unblock it': 'Melde dich auf der Website an und hebe die Sperre auf',
  'Sign in on the web once or change the password': 'Melde dich einmal auf der Website an oder ändere das Passwort',
  'Sign in on the web, confirm it was you, retry':
    'Melde dich auf der Website an, bestätige, dass du es warst, und versuch es noch einmal',
  'Sign in on the web, verify, add the From address there':
    'Melde dich auf der Website an, bestätige deine Identität, und füge dort die Absenderadresse hinzu',
  'Sign in on the web; contact support': 'Melde dich auf der Website an; wende dich an die Hilfe des Anbieters',
  'Sign in to the account again.': 'Melde dich im Account neu an.',
  'Smaller attachment or faster network': 'Nimm einen kleineren Anhang oder ein schnelleres Netzwerk',
  'Split the message into smaller groups': 'Sende die Nachricht an kleinere Gruppen',
  'Stop all login tries for 10 to 60 minutes; the password may be right':
    'Lass 10 bis 60 Minuten lang alle Anmeldeversuche sein; das Passwort kann richtig sein',
  'Stop trying for an hour; check the password on every device first':
    'Versuche es eine Stunde lang nicht; prüfe zuerst das Passwort auf jedem Gerät',
  'Switch Work Offline off in the Outlook menu.': 'Schalte im Menü „Outlook“ „Offline arbeiten“ aus.',
  'Switch encryption (SSL/TLS) and sign-in on for the outgoing server':
    'Schalte für den Postausgangsserver Verschlüsselung (SSL/TLS) und Anmeldung ein',
  'Switch encryption (SSL/TLS) on': 'Schalte Verschlüsselung (SSL/TLS) ein',
  'Switch encryption (SSL/TLS) on for the incoming server, then change the password':
    'Schalte für den Posteingangsserver Verschlüsselung (SSL/TLS) ein, und ändere dann das Passwort',
  'Switch encryption (SSL/TLS) on for the incoming server, with port 993':
    'Schalte für den Posteingangsserver Verschlüsselung (SSL/TLS) ein, mit Port 993',
  'Switch encryption (SSL/TLS) on for the incoming server, with port 995':
    'Schalte für den Posteingangsserver Verschlüsselung (SSL/TLS) ein, mit Port 995',
  'Switch encryption (SSL/TLS) on for the outgoing server':
    'Schalte für den Postausgangsserver Verschlüsselung (SSL/TLS) ein',
  'Switch encryption (SSL/TLS) on for the outgoing server, with port 465 or 587':
    'Schalte für den Postausgangsserver Verschlüsselung (SSL/TLS) ein, mit Port 465 oder 587',
  'Switch encryption (SSL/TLS) on for the outgoing server, with port 587 or 465 instead of 25':
    'Schalte für den Postausgangsserver Verschlüsselung (SSL/TLS) ein, mit Port 587 oder 465 statt 25',
  'Switch it on in Gmail settings': 'Schalte es in den Einstellungen von Gmail ein',
  'Switch on IMAP and SMTP in the mailbox’s settings on the website; use the authorization code that it shows then':
    'Schalte in den Einstellungen des Postfachs auf der Website IMAP und SMTP ein; benutze den Code, den sie dann zeigt',
  'Switch on IMAP/SMTP in the settings of the mailbox; with sign-in in two steps, use an application password':
    'Schalte in den Einstellungen des Postfachs IMAP/SMTP ein; bei Anmeldung in zwei Schritten benutze ein Passwort für Anwendungen',
  'Switch on access for mail apps (IMAP, POP3, SMTP) in the mailbox’s settings on the provider’s website':
    'Schalte in den Einstellungen des Postfachs auf der Website des Anbieters den Zugriff für Mail-Programme (IMAP, POP3, SMTP) ein',
  'Switch on access for mail programs on the provider’s website; then use an app password made there':
    'Schalte auf der Website des Anbieters den Zugriff für Mail-Programme ein; benutze dann ein dort gemachtes App-Passwort',
  'Switch sign-in on for the outgoing server': 'Schalte für den Postausgangsserver die Anmeldung ein',
  'Switch sign-in on for the outgoing server (“Password”, same user name as for receiving)':
    'Schalte die Anmeldung für den ausgehenden Server ein („Passwort“, derselbe Benutzername wie beim Empfangen)',
  'Switch sign-in on for the outgoing server (“Password”, same user name as for receiving).':
    'Schalte für den Postausgangsserver die Anmeldung ein („Passwort“, derselbe Benutzername wie zum Empfangen).',
  'Switch sign-in on for the outgoing server, with port 587 or 465':
    'Schalte für den Postausgangsserver die Anmeldung ein, mit Port 587 oder 465',
  'Switch sign-in on for the outgoing server. The administrator must allow it, too':
    'Schalte für den Postausgangsserver die Anmeldung ein. Auch der Administrator muss sie erlauben',
  'Switch sign-in on for the outgoing server; the user name is the full address':
    'Schalte für den Postausgangsserver die Anmeldung ein; der Benutzername ist die ganze Adresse',
  'Switch the VPN off and send again; check size and recipients.':
    'Schalte das VPN aus und sende noch einmal; prüfe Größe und Empfänger.',
  'Switch the VPN off or restart the router. If that does not help, ask your provider':
    'Schalte das VPN aus oder starte den Router neu. Wenn das nicht hilft, frag deinen Anbieter',
  'Switch the VPN off, and wait an hour': 'Schalte das VPN aus und warte eine Stunde',
  'Switch the service on in the web settings and use its code':
    'Schalte den Dienst in den Einstellungen auf der Website ein und nimm den Code von dort',
  'Synchronising with Exchange': 'Abgleich mit Exchange',
  'Synchronising with the Exchange server failed; what exactly this number says was never published.':
    'Der Abgleich mit dem Exchange-Server ist gescheitert; was diese Nummer genau sagt, wurde nie veröffentlicht.',
  'System Preferences > {place}': 'Systemeinstellungen > {place}',
  'System Settings > {place}': 'Systemeinstellungen > {place}',
  'TLS missing': 'Die Verschlüsselung fehlt',
  'Take it online again in the app’s menu.': 'Schalte sie im Menü der App wieder online.',
  'Tell the recipient; retry later': 'Sag dem Empfänger Bescheid; versuch es später noch einmal',
  'Tell the recipient’s administrator': 'Sag dem Administrator des Empfängers Bescheid',
  'Temporary fault at Google': 'Vorübergehender Fehler bei Google',
  'Temporary refusal without a known text': 'Vorerst abgewiesen, in Worten, die nicht bekannt sind',
  'Temporary server fault': 'Vorübergehender Fehler des Servers',
  'Text must be shown to the user word for word': 'Der Text muss dem Benutzer Wort für Wort gezeigt werden',
  'The Exchange account is set up wrongly, and the message was moved to Drafts.':
    'Der Exchange-Account ist falsch eingerichtet, und die Nachricht wurde in die Entwürfe gelegt.',
  'The Exchange server answered normally.': 'Der Exchange-Server hat normal geantwortet.',
  'The Exchange server answered with a refusal.': 'Der Exchange-Server hat abgelehnt.',
  'The Exchange server asks to send less for a while.':
    'Der Exchange-Server bittet darum, eine Weile weniger zu senden.',
  'The Exchange server did not accept the sign-in.': 'Der Exchange-Server hat die Anmeldung nicht angenommen.',
  'The Exchange server does not allow this.': 'Der Exchange-Server erlaubt das nicht.',
  'The Exchange server is not available now.': 'Der Exchange-Server ist gerade nicht verfügbar.',
  'The Exchange server or something before it broke the synchronisation off.':
    'Der Exchange-Server oder etwas davor hat den Abgleich abgebrochen.',
  'The account or the provider’s sending limit is reached for now':
    'Die Grenze des Accounts oder des Anbieters fürs Senden ist vorerst erreicht',
  'The connection broke off while encryption was set up.':
    'Die Verbindung ist abgebrochen, während die Verschlüsselung aufgebaut wurde.',
  'The connection broke while the message itself was handed over.':
    'Die Verbindung ist abgebrochen, während die Nachricht selbst übergeben wurde.',
  'The connection ended after the message was handed over: it may have arrived.':
    'Die Verbindung endete, nachdem die Nachricht übergeben war: Sie ist vielleicht angekommen.',
  'The connection to the server failed or was cut off by something on the way.':
    'Die Verbindung zum Server ist gescheitert oder wurde von etwas auf dem Weg getrennt.',
  'The connection to the server failed or was cut off.':
    'Die Verbindung zum Server ist gescheitert oder wurde getrennt.',
  'The connection to the server failed.': 'Die Verbindung zum Server ist gescheitert.',
  'The connection was aborted.': 'Die Verbindung wurde abgebrochen.',
  'The connection was already closed by the other end when Outlook wanted to write.':
    'Die andere Seite hatte die Verbindung schon geschlossen, als Outlook schreiben wollte.',
  'The connection was cut without a goodbye while it was encrypted.':
    'Die verschlüsselte Verbindung wurde ohne Abschied getrennt.',
  'The connection was lost.': 'Die Verbindung ging verloren.',
  'The encrypted connection could not be set up, or the server’s certificate is not in order.':
    'Die verschlüsselte Verbindung ließ sich nicht aufbauen, oder das Zertifikat des Servers ist nicht in Ordnung.',
  'The encrypted connection to the server could not be set up.':
    'Die verschlüsselte Verbindung zum Server ließ sich nicht aufbauen.',
  'The internet address the mail came from stands on a list of bad senders':
    'Die Internetadresse, von der die Mail kam, steht auf einer Liste schlechter Absender',
  'The mail app and the server share no way to sign in.':
    'Die Mail-App und der Server haben keine gemeinsame Art, sich anzumelden.',
  'The mail app does not trust the server’s certificate.': 'Die Mail-App vertraut dem Zertifikat des Servers nicht.',
  'The mail app gave its commands in an order that the server does not take, mostly because an earlier one was refused':
    'Die Mail-App hat ihre Befehle in einer Reihenfolge gegeben, die der Server nicht annimmt, meist weil ein früherer abgelehnt wurde',
  'The mail app tries again by itself. If it lasts, switch sign-in on for the outgoing server':
    'Die Mail-App versucht es von selbst wieder. Wenn es anhält, schalte für den Postausgangsserver die Anmeldung ein',
  'The mail app, or this account in it, is switched offline.':
    'Die Mail-App oder dieser Account darin ist offline geschaltet.',
  'The mailbox has no room': 'Im Postfach ist kein Platz',
  'The mailbox is full, and Exchange stops sending then.':
    'Das Postfach ist voll, und dann hört Exchange auf zu senden.',
  'The mailbox is nearly full. Exchange and others stop sending shortly before it is.':
    'Das Postfach ist fast voll. Exchange und andere hören auf zu senden, kurz bevor es voll ist.',
  'The message has left, and the folder for its copy in Sent does not exist':
    'Die Nachricht ist hinaus, und den Ordner für ihre Kopie in „Gesendet“ gibt es nicht',
  'The message has more recipients than the server takes at once.':
    'Die Nachricht hat mehr Empfänger, als der Server auf einmal annimmt.',
  'The message is built against the rules of mail: a line of it is too long, or ends or is written as none may.':
    'Die Nachricht verstößt gegen die Regeln für Mail: Eine Zeile darin ist zu lang, oder sie endet oder ist geschrieben, wie es keine darf.',
  'The message is larger than the server takes': 'Die Nachricht ist größer, als der Server annimmt',
  'The message is not built as the server demands': 'Die Nachricht ist nicht so gebaut, wie der Server es verlangt',
  'The message was probably sent, and only the copy for Sent could not be filed.':
    'Die Nachricht wurde wahrscheinlich gesendet, nur die Kopie für „Gesendet“ ließ sich nicht ablegen.',
  'The message was to be signed or encrypted, and the certificate for it is missing or has run out.':
    'Die Nachricht sollte signiert oder verschlüsselt werden, und das Zertifikat dafür fehlt oder ist abgelaufen.',
  'The message’s header is built against the rules of mail':
    'Der Kopf der Nachricht verstößt gegen die Regeln für Mail',
  'The name of the server could not be found.': 'Der Name des Servers war nicht zu finden.',
  'The network is down: this Mac has no connection.': 'Das Netz ist weg: Dieser Mac hat keine Verbindung.',
  'The organisation does not allow this login': 'Die Organisation erlaubt diese Anmeldung nicht',
  'The password is wrong, or IMAP/SMTP is switched off, or sign-in in two steps is on and an application password is missing: this provider says the same to all three':
    'Das Passwort ist falsch, oder IMAP/SMTP ist ausgeschaltet, oder bei Anmeldung in zwei Schritten fehlt ein App-Passwort: Dieser Anbieter sagt zu allen dreien dasselbe',
  'The provider has blocked the account': 'Der Anbieter hat den Account gesperrt',
  'The provider has blocked the account because of mail that others complained about':
    'Der Anbieter hat den Account wegen Mail gesperrt, über die sich andere beschwert haben',
  'The provider has blocked the account, or it is not active':
    'Der Anbieter hat den Account gesperrt, oder er ist nicht aktiv',
  'The provider has blocked this account, or blocked it from sending':
    'Der Anbieter hat diesen Account gesperrt, oder ihm das Senden gesperrt',
  'The provider lets the account in only from places that were allowed, and this network or country is none of them; the password was not judged':
    'Der Anbieter lässt den Account nur von erlaubten Orten herein, und dieses Netz oder Land gehört nicht dazu; das Passwort wurde nicht beurteilt',
  'The provider takes only a password that was made for the mail app':
    'Der Anbieter nimmt nur ein Passwort, das eigens für die Mail-App gemacht wurde',
  'The provider wants a password of its own for mail apps': 'Der Anbieter will für Mail-Apps ein eigenes Passwort',
  'The provider wants something done on its website first: a confirmation, or a new password':
    'Der Anbieter will vorher etwas auf seiner Website: eine Bestätigung oder ein neues Passwort',
  'The provider wants to see somebody sign in on its website first':
    'Der Anbieter will zuerst, dass sich jemand auf seiner Website anmeldet',
  "The provider's limit for sending is reached for now.": 'Die Grenze des Anbieters fürs Senden ist vorerst erreicht.',
  'The provider’s own sign-in service is in trouble; the password was not judged':
    'Der Anmeldedienst des Anbieters selbst ist gestört; das Passwort wurde nicht beurteilt',
  'The recipient’s mailbox is in use by something else at this moment':
    'Das Postfach des Empfängers wird in diesem Augenblick von etwas anderem benutzt',
  'The recipient address is not written as an address must be':
    'Die Adresse des Empfängers ist nicht so geschrieben, wie eine Adresse sein muss',
  'The recipient gets too much mail just now; the address is right':
    'Der Empfänger bekommt gerade zu viel Mail; die Adresse stimmt',
  'The recipient was refused': 'Der Empfänger wurde abgewiesen',
  'The recipient’s address for hiding the true one is switched off':
    'Die Adresse, mit der der Empfänger seine wahre verbirgt, ist abgeschaltet',
  'The recipient’s address or mailbox is refused': 'Die Adresse oder das Postfach des Empfängers wird abgewiesen',
  'The recipient’s own mailbox is closed or blocked; the trouble is theirs':
    'Das Postfach des Empfängers selbst ist geschlossen oder gesperrt; die Schwierigkeit liegt dort',
  'The rules of the sender’s own domain (SPF, DKIM, DMARC) do not allow this server to send for it':
    'Die Regeln der Domain des Absenders selbst (SPF, DKIM, DMARC) erlauben diesem Server nicht, für sie zu senden',
  'The server accepted what was asked.': 'Der Server hat angenommen, worum er gebeten wurde.',
  'The server answered, and does not take connections on that port.':
    'Der Server hat geantwortet und nimmt auf diesem Port keine Verbindungen an.',
  'The server asks everybody new to come back later, on purpose (greylisting)':
    'Der Server bittet absichtlich jeden, der neu ist, später wiederzukommen (Greylisting)',
  'The server cannot do it at the moment': 'Der Server kann das im Augenblick nicht tun',
  'The server cannot encrypt at the moment': 'Der Server kann im Augenblick nicht verschlüsseln',
  'The server closed the connection while encryption was set up.':
    'Der Server hat die Verbindung geschlossen, während die Verschlüsselung aufgebaut wurde.',
  'The server did not answer in time, or something on the way keeps the connection back.':
    'Der Server hat nicht rechtzeitig geantwortet, oder etwas auf dem Weg hält die Verbindung auf.',
  'The server did not answer in time.': 'Der Server hat nicht rechtzeitig geantwortet.',
  'The server does not accept the name by which the mail app greets it':
    'Der Server nimmt den Namen nicht an, mit dem die Mail-App ihn grüßt',
  'The server does not accept the user name and password': 'Der Server nimmt Benutzernamen und Passwort nicht an',
  'The server does not let this account send under that From address.':
    'Der Server lässt diesen Account nicht unter dieser Absenderadresse senden.',
  'The server does not like something in the message': 'Dem Server gefällt etwas in der Nachricht nicht',
  'The server does not offer this way to sign in': 'Der Server bietet diese Art der Anmeldung nicht an',
  'The server does not take a sign-in at this point: mostly it wants the encrypted connection first':
    'Der Server nimmt an dieser Stelle keine Anmeldung an: Meistens will er zuerst die verschlüsselte Verbindung',
  'The server does not take letters of this kind in the message or in an address':
    'Der Server nimmt solche Buchstaben in der Nachricht oder in einer Adresse nicht an',
  'The server does not take one of the recipients’ addresses.': 'Der Server nimmt eine der Empfängeradressen nicht an.',
  'The server gave an answer that could not be understood.':
    'Der Server hat eine Antwort gegeben, die nicht zu verstehen war.',
  'The server gave an unusual answer about an empty mailbox. That is harmless.':
    'Der Server hat zu einem leeren Postfach eine ungewöhnliche Antwort gegeben. Das ist harmlos.',
  'The server is overloaded, in maintenance or has trouble of its own':
    'Der Server ist überlastet, wird gewartet oder hat selbst Schwierigkeiten',
  'The server knows no way to sign in there, or not the one that the mail app used':
    'Der Server kennt dort keine Anmeldung, oder nicht die Art, die die Mail-App benutzt hat',
  'The server lets this account send only under its own addresses':
    'Der Server lässt diesen Account nur unter seinen eigenen Adressen senden',
  'The server passes mail on only for those who sign in, and the mail app did not':
    'Der Server leitet Mail nur für Leute weiter, die sich anmelden, und die Mail-App hat es nicht getan',
  'The server passes mail on only for those who sign in, and the mail app did not.':
    'Der Server leitet Mail nur für Leute weiter, die sich anmelden, und die Mail-App hat es nicht getan.',
  'The server refused for good.': 'Der Server hat endgültig abgelehnt.',
  'The server refused for now.': 'Der Server hat vorerst abgelehnt.',
  'The server refused the sign-in.': 'Der Server hat die Anmeldung abgewiesen.',
  'The server refuses the name this Mac gives itself': 'Der Server lehnt den Namen ab, den sich dieser Mac gibt',
  'The server says what is wrong in words that blame nobody':
    'Der Server sagt in Worten, die niemandem die Schuld geben, was nicht stimmt',
  'The server takes no version of encryption that the mail app offers.':
    'Der Server nimmt keine Version der Verschlüsselung, die die Mail-App anbietet.',
  'The server takes nothing from this network’s address': 'Der Server nimmt von der Adresse dieses Netzes nichts an',
  'The server takes only a few connections of one account or one address at a time':
    'Der Server nimmt von einem Account oder einer Adresse nur wenige Verbindungen auf einmal an',
  'The server takes this message for spam, a virus or something it does not pass on':
    'Der Server hält diese Nachricht für Spam, für einen Virus oder für etwas, das er nicht weiterleitet',
  'The server takes this only from somebody who signed in':
    'Das nimmt der Server nur von jemandem, der sich angemeldet hat',
  'The server wants an encrypted connection first': 'Der Server will zuerst eine verschlüsselte Verbindung',
  "The server's certificate belongs to another name.": 'Das Zertifikat des Servers gehört zu einem anderen Namen.',
  "The server's computer refused the connection on that port.":
    'Der Computer des Servers hat die Verbindung auf diesem Port abgelehnt.',
  "The server's name cannot be used: it may be misspelt, or names cannot be looked up.":
    'Der Name des Servers ist nicht zu gebrauchen: Vielleicht ist er falsch geschrieben, oder Namen lassen sich gerade nicht nachschlagen.',
  "The server's name was not found.": 'Der Name des Servers wurde nicht gefunden.',
  'The server’s certificate comes from somebody this Mac does not know.':
    'Das Zertifikat des Servers stammt von jemandem, den dieser Mac nicht kennt.',
  'The server’s certificate has expired, or the clock of this Mac is wrong.':
    'Das Zertifikat des Servers ist abgelaufen, oder die Uhr dieses Macs geht falsch.',
  'The server’s certificate is not in order.': 'Das Zertifikat des Servers ist nicht in Ordnung.',
  'The server’s certificate is not valid yet, or the clock of this Mac is wrong.':
    'Das Zertifikat des Servers gilt noch nicht, oder die Uhr dieses Macs geht falsch.',
  'The server’s certificate leads to nobody this Mac trusts.':
    'Das Zertifikat des Servers führt zu niemandem, dem dieser Mac vertraut.',
  'There is no such mailbox at the recipient’s provider': 'Beim Anbieter des Empfängers gibt es dieses Postfach nicht',
  "There is no way to the server's network.": 'Es gibt keinen Weg zum Netz des Servers.',
  'There is no way to the server.': 'Es gibt keinen Weg zum Server.',
  'There was no connection any more when Outlook wanted to use it.':
    'Als Outlook die Verbindung benutzen wollte, gab es sie nicht mehr.',
  'This IP address (home, office or VPN exit) has too many sessions open':
    'Von dieser IP-Adresse (zu Hause, Büro oder Ausgang des VPN) sind zu viele Sitzungen offen',
  'This IP address is limited or not allowed': 'Diese IP-Adresse ist beschränkt oder nicht erlaubt',
  "This Mac does not trust the server's certificate.": 'Dieser Mac vertraut dem Zertifikat des Servers nicht.',
  'This Mac is not connected to the internet.': 'Dieser Mac ist nicht mit dem Internet verbunden.',
  'This Mac was not connected.': 'Dieser Mac war nicht verbunden.',
  'This account may not send with that From address': 'Dieser Account darf nicht mit dieser Absenderadresse senden',
  'This login method needs TLS first': 'Diese Art der Anmeldung braucht vorher die Verschlüsselung',
  'This number has been reported by others, but its meaning was never published.':
    'Andere haben diese Nummer gemeldet, aber was sie bedeutet, wurde nie veröffentlicht.',
  'Throttled; text gives a back-off in milliseconds': 'Gebremst; der Text nennt eine Wartezeit in Millisekunden',
  'Token refused, JSON status follows in base64':
    'Der Zugangsschlüssel (Token) wurde abgewiesen; der Zustand folgt als JSON in Base64',
  'Token refused: base64 JSON with status, schemes and scope follows; client must send an empty line and then reads 535':
    'Der Zugangsschlüssel (Token) wurde abgewiesen: Es folgt JSON in Base64 mit status, schemes und scope; die Mail-App muss eine leere Zeile senden und liest dann 535',
  'Too many connections at a time': 'Zu viele Verbindungen auf einmal',
  'Too many failed sign-ins': 'Zu viele gescheiterte Anmeldungen',
  'Too many logins in a short time': 'Zu viele Anmeldungen in kurzer Zeit',
  'Too many logins or commands': 'Zu viele Anmeldungen oder Befehle',
  'Too many recipients in one message': 'Zu viele Empfänger in einer Nachricht',
  'Too much mail came from this address or account lately':
    'Von dieser Adresse oder diesem Account kam in letzter Zeit zu viel Mail',
  'Try a faster network or a smaller attachment':
    'Versuche es in einem schnelleren Netzwerk oder mit einem kleineren Anhang',
  'Try a small message; if that one leaves, the size or something on the way is the reason.':
    'Versuche es mit einer kleinen Nachricht; geht die hinaus, liegt es an der Größe oder an etwas auf dem Weg.',
  'Try another network; the way to the server may be blocked.':
    'Versuche es in einem anderen Netzwerk; der Weg zum Server kann versperrt sein.',
  'Try port 465; otherwise wait': 'Versuch es mit Port 465; sonst warte',
  'Try port 465; otherwise wait. Do not switch encryption off':
    'Versuch es mit Port 465; sonst warte. Schalte die Verschlüsselung nicht ab',
  'Trying again without a change will not help; the words beside the number tell why.':
    'Es noch einmal zu versuchen, ohne etwas zu ändern, hilft nicht; die Worte neben der Nummer sagen, warum.',
  'Turn on Mail Drop (up to 5 GB)': 'Schalte Mail Drop ein (bis 5 GB)',
  'Unknown error': 'Unbekannter Fehler',
  'Update macOS or the mail app; a security program or device that reads along may also be the reason':
    'Aktualisiere macOS oder die Mail-App; der Grund kann auch ein Sicherheitsprogramm oder ein Gerät sein, das mitliest',
  'Update the app; rebuild the mailbox': 'Aktualisiere die App; baue das Postfach neu auf',
  'Update the mail app, or give the Mac a name without special characters':
    'Aktualisiere die Mail-App, oder gib dem Mac einen Namen ohne Sonderzeichen',
  'Upload took too long': 'Das Hochladen hat zu lange gedauert',
  'Use Google’s own sign-in window, or an app password':
    'Nimm das eigene Anmeldefenster von Google oder ein App-Passwort',
  'Use an address with plain letters only': 'Nimm eine Adresse, die nur aus einfachen Buchstaben besteht',
  'Use port 465, which is encrypted from the start, or another network':
    'Nimm Port 465, der von Anfang an verschlüsselt ist, oder ein anderes Netzwerk',
  'Use port 587 or 465 and switch sign-in on for the outgoing server':
    'Nimm Port 587 oder 465, und schalte für den Postausgangsserver die Anmeldung ein',
  'Use the account’s address': 'Nimm die Adresse des Accounts',
  'Use the account’s own From address, or ask for the right to send as the other':
    'Nimm die eigene Absenderadresse des Accounts, oder lass dir erlauben, mit der anderen zu senden',
  'Use the address of the account': 'Nimm die Adresse des Accounts',
  'Use the full address as user name, and enter the password again':
    'Nimm die ganze Adresse als Benutzernamen, und gib das Passwort neu ein',
  'Use the host of your region; make an app-specific password':
    'Nimm den Server deiner Region; lege ein App-Passwort an',
  'Use the port for signed-in mail (587 or 465) and the sign-in “Password”':
    'Benutze den Port für angemeldete Mail (587 oder 465) und die Anmeldung „Passwort“',
  'User account is disabled on the server': 'Das Benutzerkonto ist auf dem Server abgeschaltet',
  'User name or password refused': 'Benutzername oder Passwort abgewiesen',
  'User name or password refused (or the SASL backend said no)':
    'Benutzername oder Passwort abgewiesen (oder der Anmeldedienst dahinter hat Nein gesagt)',
  'User name or password refused, or the server hides the true reason':
    'Benutzername oder Passwort abgewiesen, oder der Server verschweigt den wahren Grund',
  'User name or password was refused': 'Benutzername oder Passwort wurde abgewiesen',
  'Wait 24 hours': 'Warte 24 Stunden',
  'Wait 24 hours; check the account for abuse': 'Warte 24 Stunden; prüfe, ob jemand den Account missbraucht',
  'Wait 24 hours; tell the administrator': 'Warte 24 Stunden; sag dem Administrator Bescheid',
  'Wait an hour': 'Warte eine Stunde',
  'Wait an hour; close other apps': 'Warte eine Stunde; schließ andere Apps',
  'Wait and let Mail retry': 'Warte und lass Mail es noch einmal versuchen',
  'Wait and let Mail retry; if it lasts over an hour check the provider status':
    'Warte und lass Mail es wieder versuchen; wenn es über eine Stunde anhält, sieh auf der Statusseite des Anbieters nach',
  'Wait and let the mail app retry': 'Warte und lass die Mail-App es wieder versuchen',
  'Wait and retry': 'Warte und versuch es noch einmal',
  'Wait and send it again later': 'Warte und sende sie später noch einmal',
  'Wait some hours': 'Warte einige Stunden',
  'Wait some hours, then send again': 'Warte einige Stunden und sende dann noch einmal',
  'Wait some hours.': 'Warte einige Stunden.',
  'Wait some minutes.': 'Warte einige Minuten.',
  'Wait that long': 'Warte so lange',
  'Wait until the next day': 'Warte bis zum nächsten Tag',
  'Wait until the time the provider counts by is over, mostly an hour or a day; send to fewer people at a time':
    'Warte, bis die Zeit vorbei ist, nach der der Anbieter zählt, meist eine Stunde oder ein Tag; sende an weniger Leute auf einmal',
  'Wait up to 24 hours; fetch less': 'Warte bis zu 24 Stunden; ruf weniger ab',
  'Wait up to 24 hours; sending more keeps the block going':
    'Warte bis zu 24 Stunden; weiteres Senden verlängert die Sperre',
  'Wait, then fix the login or settings before retrying':
    'Warte, und berichtige dann Anmeldung oder Einstellungen, bevor du es noch einmal versuchst',
  'Wait; Google shows on its status page how long it may last':
    'Warte; Google zeigt auf seiner Statusseite, wie lange es dauern kann',
  'Wait; check the provider status page': 'Warte; sieh auf der Statusseite des Anbieters nach',
  'Wait; check the service status': 'Warte; sieh nach, was der Anbieter zum Zustand des Dienstes sagt',
  'Wait; do not change the password': 'Warte; ändere das Passwort nicht',
  'Wait; fix the login first': 'Warte; bring vorher die Anmeldung in Ordnung',
  'Wait; not fixable from the Mac': 'Warte; vom Mac aus lässt sich das nicht beheben',
  'Wait; nothing to change on the Mac': 'Warte; am Mac ist nichts zu ändern',
  'Wait; only the provider can fix it': 'Warte; nur der Anbieter kann es beheben',
  'Wait; send less at once': 'Warte; sende weniger auf einmal',
  'Wait; tell the company IT': 'Warte; sag der IT der Firma Bescheid',
  'Wait; tell the mail provider if it lasts': 'Warte; sag dem Mailanbieter Bescheid, wenn es anhält',
  'Wait; tell the provider': 'Warte; sag dem Anbieter Bescheid',
  'Wait; the mail app tries again by itself': 'Warte; das Mail-Programm versucht es von selbst noch einmal',
  'Wait; the mail app will try again by itself': 'Warte; die Mail-App versucht es von selbst wieder',
  'Wait; the mail app will try again by itself.': 'Warte; die Mail-App versucht es von selbst noch einmal.',
  'Wait; try another network': 'Warte; versuch es in einem anderen Netzwerk',
  'Web connection (NSURLError)': 'Webverbindung (NSURLError)',
  'Wi-Fi': 'WLAN',
  'Words of a message': 'Worte einer Meldung',
  'Write addresses without accents and umlauts; write the message anew as plain text':
    'Schreibe Adressen ohne Akzente und Umlaute; schreibe die Nachricht neu als reinen Text',
  'Write the message anew and paste its text as plain text; send what was attached as a file':
    'Schreibe die Nachricht neu und füge ihren Text ohne Formatierung ein; schicke Angehängtes als Datei',
  'Write the message anew and paste its text as plain text; send what was attached as a file.':
    'Schreibe die Nachricht neu und füge ihren Text ohne Formatierung ein; sende, was angehängt war, als Datei.',
  'Write the message anew as plain text, without its attachments':
    'Schreib die Nachricht neu als reinen Text, ohne ihre Anhänge',
  'Write the message anew, in a new window, and send it from there':
    'Schreibe die Nachricht in einem neuen Fenster neu und sende sie von dort',
  'Wrong data centre host (.com, .eu, .in ...), IMAP/SMTP off, or app password needed with 2FA':
    'Server des falschen Rechenzentrums (.com, .eu, .in …), IMAP/SMTP ist aus, oder bei Anmeldung in zwei Schritten ist ein App-Passwort nötig',
  'Wrong or expired password': 'Falsches oder abgelaufenes Passwort',
  'Wrong or retired password login': 'Falsches Passwort, oder eine Anmeldung mit Passwort, die es nicht mehr gibt',
  'Wrong password, or access by mail programs is switched off in the web settings':
    'Falsches Passwort, oder der Zugang für Mail-Programme ist in den Einstellungen auf der Website ausgeschaltet',
  'Wrong password, or plain password login which Google no longer takes (Workspace since 2025)':
    'Falsches Passwort, oder eine einfache Anmeldung mit Passwort, die Google nicht mehr annimmt (Workspace seit 2025)',
  '{sentence}.': '{sentence}.',
  'Enter the password again': 'Das Passwort noch einmal eingeben',
  'Make an app password': 'Ein App-Passwort anlegen',
})
