import { catalogue } from '../template.ts'

export const telemetry = catalogue({
  'Nothing takes figures at this address (status {status}).':
    'Unter dieser Adresse nimmt nichts die Zahlen an (Status {status}).',
  'Nothing was sent: a secret goes with it, and the collector’s address does not begin with https://.':
    'Es wurde nichts gesendet: Ein Geheimnis geht mit, und die Adresse des Collectors beginnt nicht mit https://.',
  'Of what ended: {told}': 'Zu dem, was zu Ende ging: {told}',
  'The collector cannot take it now (status {status}); it is tried again later.':
    'Der Collector kann es jetzt nicht annehmen (Status {status}); später wird es noch einmal versucht.',
  'The collector did not answer.': 'Der Collector hat nicht geantwortet.',
  'The collector did not answer: nothing takes connections there.':
    'Der Collector hat nicht geantwortet: Dort nimmt nichts Verbindungen an.',
  'The collector does not let this Mac in (status {status}): the headers are not the right ones.':
    'Der Collector lässt diesen Mac nicht herein (Status {status}): Die Header sind nicht die richtigen.',
  'The collector does not understand what it is sent (status {status}).':
    'Der Collector versteht nicht, was ihm gesendet wird (Status {status}).',
  'The collector refused it (status {status}).': 'Der Collector hat es abgelehnt (Status {status}).',
  'The collector took it, but not all ({rejected} left out); it says: “{words}”':
    'Der Collector hat es angenommen, aber nicht alles ({rejected} ausgelassen); er sagt: „{words}“',
  'The collector took it.': 'Der Collector hat es angenommen.',
  'The collector was not found: its name has no address.':
    'Der Collector wurde nicht gefunden: Sein Name hat keine Adresse.',
  'The collector was not told anything: its certificate is not trusted.':
    'Dem Collector wurde nichts gesagt: Seinem Zertifikat ist nicht zu trauen.',
  'The collector’s address leads on to another one (status {status}), which is not followed.':
    'Die Adresse des Collectors führt zu einer anderen weiter (Status {status}); dorthin wird nichts gesendet.',
})
