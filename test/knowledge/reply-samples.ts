/**
 * What servers really write, one sample for every row whose code alone does not make a reply: row id, stage where the
 * row says "any", and the line as it came over the wire.
 */
export const samples: Record<string, string> = {
  'smtp-220-x-any-220-0-9-8': '220 ***************************************0*0*0**2******',
  'smtp-250-x-any-xxxx': '250 mail.example.org PIPELINING SIZE 10240000 XXXXXXXA ENHANCEDSTATUSCODES 8BITMIME',
  'smtp-421-4-4-2-any-time': '421 4.4.2 mail.example.org Error: timeout exceeded',
  'smtp-421-4-7-0-postfix-too-many-connections':
    '421 4.7.0 mail.example.org Error: too many connections from 192.0.2.7',
  'smtp-421-4-7-0-postfix-too-many-errors': '421 4.7.0 mail.example.org Error: too many errors',
  'smtp-421-x-exim-too-many-concurrent-smtp-connections':
    '421 mail.example.org: Too many concurrent SMTP connections; please try again later.',
  'smtp-421-x-exim-too-much-load': '421 Too much load; please try again later.',
  'smtp-435-454-4-7-0-any-unable-to-authenticate-temporary-auth':
    '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
  'smtp-450-451-4-27-01-any-grey-list':
    '450 4.2.0 <address>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/example.net.html',
  'smtp-450-550-4-1-8-5-1-8-any-domain-not-found-domain-of-send':
    '450 4.1.8 <address>: Sender address rejected: Domain not found',
  'smtp-450-550-4-1-2-5-1-2-any-domain-not-found': '450 4.1.2 <address>: Recipient address rejected: Domain not found',
  'smtp-450-4-7-1-postfix-cannot-find-your-reverse-hostname':
    '450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.7]',
  'smtp-450-4-7-1-postfix-too-much-mail-too-many-recipients-too': '450 4.7.1 Error: too much mail from 192.0.2.7',
  'smtp-451-x-exim-temporary-local-problem': '451 Temporary local problem - please try later',
  'smtp-451-4-3-05-any': '451 4.3.0 Error: queue file write error',
  'smtp-452-552-4-5-3-5-5-3-any-recipients': '452 4.5.3 Error: too many recipients',
  'smtp-454-4-7-0-any-tls': '454 4.7.0 TLS not available due to local problem',
  'smtp-454-x-exim-tls-currently-unavailable': '454 TLS currently unavailable',
  'smtp-501-x-any-helo-ehlo-syntactically-invalid': '501 Syntactically invalid EHLO argument(s)',
  'smtp-503-x-exim-postfix-auth-command-used-when-not-advertise': '503 5.5.1 Error: authentication not enabled',
  'smtp-503-5-5-14-any-need-send-first-order': '503 5.5.1 Error: need MAIL command',
  'smtp-504-5-5-4-postfix-encryption-required': '504 5.5.4 Encryption required for requested authentication mechanism',
  'smtp-504-5-5-4-7-4-any-authentication-type-mechanism': '504 5.7.4 Unrecognized authentication type',
  'smtp-521-554-x-any-does-not-accept-mail-no-smtp-service': '521 mail.example.org does not accept mail',
  'smtp-530-5-7-0-any-starttls': '530 5.7.0 Must issue a STARTTLS command first',
  'smtp-530-x-any-aa-uthentication-rr-equired': '530 Authentication required',
  'smtp-535-x-exim-incorrect-authentication-data': '535 Incorrect authentication data',
  'smtp-535-5-7-8-postfix-authentication-failed': '535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6',
  'smtp-552-550-554-5-2-2-any-full-quota': '552 5.2.2 <address>: Quota exceeded (mailbox for user is full)',
  'smtp-552-x-exim-exceeds-maximum-permitted': '552 Message size exceeds maximum permitted',
  'smtp-554-550-5-7-1-postfix-exchange-relay-access-denied-unab': '554 5.7.1 <address>: Relay access denied',
  'smtp-550-x-exim-cpanel-relay-not-permitted-not-permitted-to-': '550 relay not permitted',
  'smtp-550-x-cpanel-exim-turn-on-smtp-authentication':
    '550-Please turn on SMTP Authentication in your mail client. (host) [192.0.2.7] is not permitted to relay through this server without authentication.',
  'smtp-553-5-7-1-postfix-not-owned-by-user': '553 5.7.1 <address>: Sender address rejected: not owned by user anna',
  'smtp-553-5-7-1-postfix-not-logged-in': '553 5.7.1 <address>: Sender address rejected: not logged in',
  'smtp-550-553-5-1-078-any-ss-ender': '550 5.1.0 <address> sender rejected',
  'smtp-550-5-7-2-012-any': '550 5.7.20 No passing DKIM signature found',
  'smtp-554-550-5-7-1-any-blocked-using-listed-in-at-dnsbl-rbl-':
    '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org',
  'smtp-554-550-5-7-01-any-spam-content-policy-unsolicited': '554 5.7.1 Message rejected as spam by Content Filtering.',
  'smtp-554-5-5-1-postfix-no-valid-recipients': '554 5.5.1 Error: no valid recipients',
  'smtp-554-5-5-0-any-synchronization': '554 5.5.0 SMTP protocol synchronization error',
  'smtp-553-555-5-6-7-5-2-5-4-any-smtputf8-ss-yntax-option': '553 5.6.7 Must declare SMTPUTF8 to send unicode address',
  'smtp-550-554-5-4-6-14-any-loop-hops': '554 5.4.6 Too many hops',
  'smtp-334-x-any-xoauth2-334-eyjtdgf0dxmi-334-eyjzdgf0dxmi': '334 eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=',
  'smtp-421-4-7-0-gmail-unusual-rate-whitelist-closing-connecti':
    '421 4.7.0 Try again later, closing connection. a1-20020a05 - gsmtp',
  'smtp-421-450-4-7-28-4-2-1-gmail-too-quickly-rate':
    '450 4.2.1 The user you are trying to contact is receiving mail too quickly. - gsmtp',
  'smtp-451-4-4-2-gmail-tt-imeout': '451 4.4.2 Timeout - closing connection. - gsmtp',
  'smtp-452-550-4-5-3-5-5-3-gmail-recipients':
    '452 4.5.3 Your message has too many recipients. For more information on limits, go to https://support.google.com/mail - gsmtp',
  'smtp-454-4-7-0-gmail-cannot-authenticate-tt-oo-many-login':
    '454 4.7.0 Cannot authenticate due to temporary system problem. Try again later. - gsmtp',
  'smtp-534-5-7-9-gmail-aa-pplication-specific':
    '534 5.7.9 Application-specific password required. For more information, go to https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp',
  'smtp-534-5-7-14-gmail-web-browser-log-in':
    '534 5.7.14 Please log in via your web browser and then try again. Learn more at https://support.google.com/mail/answer/78754 - gsmtp',
  'smtp-535-5-7-8-gmail-not-accepted-badcredentials':
    '535 5.7.8 Username and Password not accepted. For more information, go to https://support.google.com/mail/?p=BadCredentials - gsmtp',
  'smtp-550-5-7-1-gmail-gsmtp': '550 5.7.1 The mail server policy does not allow this message. - gsmtp',
  'smtp-421-4-7-66-microsoft-365-tls-1': '421 4.7.66 TLS 1.0 and 1.1 are not supported. Please upgrade.',
  'smtp-421-4-4-2-exchange-on-premises-submission-rate':
    '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
  'smtp-432-4-3-2-microsoft-365-oncurrent-connection':
    '432 4.3.2 Concurrent connections limit exceeded. Visit https://aka.ms/concurrent_sending for more information.',
  'smtp-432-4-3-2-microsoft-365-sender-thread-limit-clientsubmi':
    '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded',
  'smtp-432-4-3-2-microsoft-365-recipient-thread-limit': '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
  'smtp-451-4-7-0-microsoft-365-temporary-server-error-prx':
    '451 4.7.0 Temporary server error. Please try again later. PRX4',
  'smtp-451-4-7-5-6-0-9-2-microsoft-365':
    '451 4.7.650 The mail server has been temporarily rate limited due to IP reputation.',
  'smtp-530-5-7-57-microsoft-365': '530 5.7.57 Client not authenticated to send mail.',
  'smtp-535-5-7-3-microsoft-365-outlook-com': '535 5.7.3 Authentication unsuccessful',
  'smtp-535-5-7-139-microsoft-365-disabled-for-the-tenant':
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant. Visit https://aka.ms/smtp_auth_disabled for more information.',
  'smtp-535-5-7-139-microsoft-365-disabled-for-the-mailbox':
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox. Visit https://aka.ms/smtp_auth_disabled for more information.',
  'smtp-535-5-7-139-outlook-com-microsoft-365-basic-authenticat':
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
  'smtp-535-5-7-139-microsoft-365-security-defaults-criteria-po':
    '535 5.7.139 Authentication unsuccessful, user is locked by your organization’s security defaults policy. Contact your administrator.',
  'smtp-535-5-7-139-microsoft-365-credentials-were-incorrect-ex':
    '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
  'smtp-535-5-7-139-microsoft-365-sts': '535 5.7.139 Authentication unsuccessful, the STS could not be reached.',
  'smtp-550-5-7-30-microsoft-365-asic-authentication':
    '550 5.7.30 Basic authentication is not supported for Client Submission.',
  'smtp-550-5-1-8-microsoft-365-outbound-sender': '550 5.1.8 Access denied, bad outbound sender.',
  'smtp-550-554-5-2-2-microsoft-365-outlook-com-ss-ubmission-qu':
    '554 5.2.2 mailbox submission quota exceeded; Submission quota exceeded exception',
  'smtp-554-5-2-2-microsoft-365-mailbox-full-shutoff':
    '554 5.2.2 mailbox full; STOREDRV.Submission.Exception: QuotaExceeded: ProhibitSend Shutoff',
  'smtp-554-5-2-0-252-microsoft-365-outlook-com-sendasdenied':
    '554 5.2.252 SendAsDenied; the address is not allowed to send as the other',
  'smtp-554-5-2-0-outlook-com-wascl-outboundspam':
    '554 5.2.0 STOREDRV.Submission.Exception:OutboundSpamException; WASCL UserAction verdict is RefuseQuota',
  'smtp-550-5-7-50-123-microsoft-365': '550 5.7.501 Access denied, spam abuse detected',
  'smtp-550-5-7-7-05-08-50-microsoft-365': '550 5.7.705 Access denied, tenant has exceeded threshold',
  'smtp-550-5-7-23-23-microsoft-365':
    '550 5.7.233 Your message can’t be sent because your tenant exceeded its daily limit',
  'smtp-550-5-4-1-microsoft-recipient-access-denied': '550 5.4.1 Recipient address rejected: Access denied.',
  'smtp-421-4-7-0-icloud-too-many-errors': '421 4.7.0 ms-asmtp-me-k8s.p00.prod.me.com Error: too many errors',
  'smtp-421-4-7-1-icloud-excessive-volume': '421 4.7.1 [CS01] Message rejected due to excessive volume.',
  'smtp-451-4-7-1-icloud-try-again-later': '451 4.7.1 Service unavailable - try again later',
  'smtp-550-5-7-0-icloud-ff-rom-address': '550 5.7.0 From address is not one of your addresses',
  'smtp-550-5-7-1-icloud-sending-limit': '550 5.7.1 You have reached your daily sending limit',
  'smtp-550-554-5-7-1-icloud-cs01-hm08-local-policy': '554 5.7.1 [HM08] Message rejected due to local policy.',
  'smtp-421-4-7-0-yahoo-aol-recipient-tss0':
    '421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred due to unexpected volume or user complaints',
  'smtp-550-x-yahoo-aol-request-failed-mailbox-unavailable': '550 Request failed; Mailbox unavailable',
  'smtp-553-554-5-7-19-yahoo-aol-policy-not-accepted-bl2': '553 5.7.9 Message not accepted for policy reasons.',
  'smtp-535-5-7-0-fastmail-ii-ncorrect-app-password':
    '535 5.7.0 Incorrect username, password or access token. Need to use an app password',
  'smtp-554-5-7-1-fastmail-locked-or-deactivated': '554 5.7.1 Your account has been locked or deactivated',
  'smtp-535-x-zoho-authentication-failed': '535 Authentication Failed',
  'smtp-553-x-zoho-relaying-disallowed': '553 Relaying disallowed as address',
  'smtp-550-5-4-6-zoho-uu-nusual-sending': '550 5.4.6 Unusual sending activity detected. Please try after sometime',
  'smtp-554-5-1-8-zoho-bb-locked': '554 5.1.8 Email Outgoing Blocked',
  'smtp-535-x-gmx-web-de-mail-com-ionos-authentication-credenti': '535 Authentication credentials invalid',
  'smtp-535-5-7-0-mail-ru-neobhodim-parol-application-password':
    '535 5.7.0 NEOBHODIM parol prilozheniya https://help.mail.ru/mail/security/protection/external / Application password is REQUIRED',
  'smtp-535-5-7-8-yandex-does-not-have-access-rights':
    '535 5.7.8 Error: authentication failed: This user does not have access rights to this service',
  'smtp-535-x-qq-mail-authorization-code': '535 Login Fail. Please enter your authorization code to login.',
  'smtp-535-550-x-163-126-netease-authentication-failed-user-ha': '550 User has no permission',
  'smtp-5-0-9-2-5-7-0-9-any': '550 5.7.1 Delivery not authorized',
  'smtp-4-0-9-2-x-any': '450 Not now',
  'smtp-5-0-9-2-x-any': '554 Transaction went wrong',
  'smtp-454-4-7-0-gmail-too-many-login': '454 4.7.0 Too many login attempts, please try again later. - gsmtp',
  'smtp-530-5-7-0-gmail-starttls': '530 5.7.0 Must issue a STARTTLS command first. a1-2002 - gsmtp',
  'smtp-535-any-authentication-failed': '535 5.7.8 Authentication credentials invalid',
  'smtp-5xx-x-any-ehlo': '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
  'smtp-452-x-any-too-many-recipients': '452 Too many recipients',
  'smtp-5xx-5-6-x-any': '554 5.6.0 Invalid message content',
  'smtp-530-x-any-starttls': '550 Encryption required: STARTTLS is required to send mail',
  'smtp-5xx-x-any-basic-auth': '535 Basic authentication is disabled',
  'imap-bye-x-any-inactivity-aa-utologout-ii-dle': 'BYE Autologout; idle for too long',
  'imap-bye-x-any-too-many-cc-onnection-limit': 'BYE Too many connections from your address',
  'imap-capability-x-any-logindisabled': 'CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED',
  'imap-x-any-oauth-eyj-tzb': '+ eyJzdGF0dXMiOiI0MDAiLCJzY2hlbWVzIjoiQmVhcmVyIn0=',
  'imap-no-authenticationfailed-dovecot-authentication-failed': 'NO [AUTHENTICATIONFAILED] Authentication failed.',
  'imap-no-unavailable-dovecot-temporary-authentication-failure':
    'NO [UNAVAILABLE] Temporary authentication failure. [mail:2026-11-21 10:00:00]',
  'imap-no-unavailable-alert-limit-dovecot-maximum-number-of-co':
    'NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)',
  'imap-no-privacyrequired-dovecot-clear-plain-text-authenticat':
    'NO [PRIVACYREQUIRED] Cleartext authentication disallowed on non-secure (SSL/TLS) connections.',
  'imap-bye-bad-x-dovecot-too-many-invalid': 'BYE Too many invalid IMAP commands.',
  'imap-no-alert-gmail-aa-pplication-specific-password':
    'NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
  'imap-no-webalert-alert-gmail-ww-eb-login-browser': 'NO [WEBALERT] Web login required. (Failure)',
  'imap-no-alert-gmail-simultaneous-connections': 'NO [ALERT] Too many simultaneous connections. (Failure)',
  'imap-no-alert-gmail-not-enabled-for-imap': 'NO [ALERT] Your account is not enabled for IMAP use. (Failure)',
  'imap-no-overquota-gmail-bandwidth': 'NO [OVERQUOTA] Account exceeded command or bandwidth limits.',
  'imap-no-authenticationfailed-gmail-yahoo-invalid-credentials':
    'NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)',
  'imap-no-x-microsoft-365-outlook-com-login-authenticate-faile': 'NO LOGIN failed.',
  'imap-bad-x-microsoft-365-outlook-com-authenticated-but-not-c': 'BAD User is authenticated but not connected.',
  'imap-bad-x-microsoft-365-throttled': 'BAD Request is throttled. Suggested Backoff Time: 292000 milliseconds',
  'imap-bye-x-microsoft-365-accesstokenexpired-session-invalida': 'BYE Session invalidated - AccessTokenExpired',
  'imap-bye-x-microsoft-365-connection-is-closed-1-0-9': 'BYE Connection is closed. 13',
  'imap-no-unavailable-yahoo-aol-server-error': 'NO [UNAVAILABLE] LOGIN Server error - Please try again later',
  'imap-no-limit-inuse-yahoo-aol-rr-ate-limit': 'NO [LIMIT] LOGIN Rate limit hit.',
  'pop3-err-x-dovecot-clear-plain-text-authentication-disallowe':
    '-ERR Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
  'pop3-err-in-use-dovecot-locked-by-another-pop3': '-ERR [IN-USE] Mailbox is locked by another POP3 session.',
  'pop3-err-sys-perm-auth-gmail-not-enabled-for-pop': '-ERR [SYS/PERM] Your account is not enabled for POP access.',
  'pop3-err-auth-gmail-aa-pplication-specific-not-accepted':
    '-ERR [AUTH] Application-specific password required: https://support.google.com/accounts/answer/185833',
  'pop3-err-x-microsoft-365-outlook-com-ll-ogon-failure': '-ERR Logon failure: unknown user name or bad password.',
  'smtp-550-5-1-0-cox-sender-rejected-cxmj':
    '550 5.1.0 <x@cox.net> sender rejected. Refer to Error Codes section at https://www.cox.com/residential/support/email-error-codes.html AUP#CXMJ',
  'smtp-550-netease-user-has-no-permission': '550 User has no permission',
  'smtp-535-5-7-0-yahoo-aol-auth00-bad-auth': '535 5.7.0 (#MBR1212) Incorrect username or password',
  'smtp-535-5-7-x-any': '535 5.7.1 ',
  'smtp-53x-x-any': '534 ',
  'smtp-4xx-x-any-greeting': '450 ',
  'smtp-550-554-x-gmx-web-de-mail-com-ionos-transaction-failed-':
    '554 Transaction failed Reject due to policy restrictions.',
  'any-words-rate-limited': '450 4.7.1 Error: too many messages sent',
  'smtp-words-quota-of-policy': '450 4.7.1 Quota exceeded',
  'smtp-words-recipient-receives-too-much':
    '450 4.2.1 The user you are trying to contact is receiving mail too quickly.',
  'any-words-too-many-connections': '421 4.3.2 Too many concurrent connection x9Hf - nsmtp',
  'any-words-too-many-attempts':
    '535 5.7.8 Error: authentication failed: Too many login failures, IP temporarily blocked',
  'smtp-words-blocklisted': '550 5.7.1 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.4',
  'any-words-network-not-allowed': '525 5.7.1 Unauthorized IP address',
  'smtp-words-our-account-suspended': '550 5.7.1 Your account has been suspended',
  'any-words-account-suspended-at-sign-in': '535 Error: sender is frozen',
  'smtp-words-recipient-account-gone': '550 5.2.1 The email account that you tried to reach is disabled.',
  'smtp-words-disabled-recipient': '525 5.7.13 Disabled recipient address',
  'any-words-access-switched-off':
    'NO [ALERT] You are yet to enable IMAP for your account. Please contact your administrator',
  'imap-authenticationfailed-or-imap-is-disabled':
    'NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled sc=abc123_1-2',
  'any-words-app-password': '535 5.7.8 Please use an application-specific password',
  'any-words-web-login': '534 Please log in via your web browser and then try again.',
  'any-words-password-refused': '535 5.7.8 Username and Password not accepted',
  'any-words-sign-in-failed': 'NO LOGIN failed.',
  'any-words-busy-at-sign-in': '535 5.7.8 Error: authentication failed: Connection lost to authentication server',
  'any-words-busy': '451 4.3.0 Temporary lookup failure',
  'smtp-552-5-3-4-header':
    "552 5.3.4 The size of the Subject header value (21043 bytes) exceeds Google's limit of 16384 bytes per individual header size.",
  'smtp-words-helo': '504 5.5.2 <noras-mac>: Helo command rejected: need fully-qualified hostname',
  'any-words-encryption-needed': 'BAD [PRIVACYREQUIRED] LOGIN Working without SSL/TLS encryption is not allowed',
  'smtp-503-auth-bad-sequence': '503 Bad sequence of commands',
  'smtp-words-not-signed-in': "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)",
  'smtp-words-relay-not-permitted-for-user': '550 5.7.1 Relay not permitted for user.',
  'smtp-550-5-7-1-gmail-not-authorized-to-send-directly':
    "550 5.7.1 [192.0.2.7] The IP you're using to send mail is not authorized to send email directly to our servers. Please use the SMTP relay at your service provider instead.",
  'smtp-words-sender-not-allowed': '553 5.7.1 <x@y.test>: Sender address rejected: not owned by user',
  'smtp-words-domain-rules': "554 5.7.1 Your message was rejected due to garden.example's DMARC policy.",
  'smtp-words-recipient-unknown':
    '550 5.1.1 <x@y.test>: Recipient address rejected: User unknown in virtual mailbox table',
  'smtp-words-mailbox-full': '552 5.2.2 Mailbox is full',
  'smtp-words-too-large': '554 5.3.4 <x@y.test>: Recipient address rejected: Message too big for system.',
  'smtp-words-line-rules': "554 Rejected - Message containing bare LF's.",
  'smtp-words-eight-bit': '554 5.6.1 8BITMIME required to send this message',
  'smtp-words-header-rules': '550 5.7.1 Messages missing a valid Message-ID header are not accepted.',
  'smtp-words-content': '554 5.3.0 Transaction failed: virus found',
  'smtp-words-auth-not-available': '504 5.7.4 Unrecognized authentication type',
  'any-535-naver-not-accepted': '535 5.7.1 Username and Password not accepted x9HfTqyQS7mLdCw3pY3bNw - nsmtp',
  'smtp-550-exim-message-has-lines-too-long-for-transport':
    '550 message has lines too long for transport - received 1530, limit 998',
  'imap-no-sent-folder-is-gone': "NO [TRYCREATE] Mailbox doesn't exist: Sent Messages",
  'imap-words-mailbox-in-use': 'NO Mailbox is locked by another session',
  'pop3-words-mailbox-in-use': '-ERR maildrop is already in use',
  'smtp-words-recipient-mailbox-in-use': '450 Requested mail action not taken: mailbox busy',
  'any-words-sign-in-from-a-place': '535 Logins from Brazil are blocked for this mailbox',
}
