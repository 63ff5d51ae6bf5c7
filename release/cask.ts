import { ownPlaces } from '../src/storage/own-places.ts'

/** The data folder on a Mac, as `dataFolder` of src/storage/folders.ts has it. */
const dataFolder = '~/Library/Application Support/Outbox Doctor'

/** What `brew uninstall --zap` puts into the Trash: what “Remove everything” removes, and nothing of a person’s mail. */
export function zapped(): readonly string[] {
  const { data, library } = ownPlaces
  return [...data.map((name) => `${dataFolder}/${name}`), ...library.map((place) => `~/Library/${place}`)].sort()
}

export interface CaskFacts {
  version: string
  /** `owner/name` of the repository that the packages are published by. */
  repository: string
  /** SHA-256 of the disk image for each kind of processor. */
  sums: { arm64: string; x64: string }
}

/** A cask for a tap of Homebrew. The app does not replace itself, so that Homebrew does. */
export function caskOf({ version, repository, sums }: CaskFacts): string {
  const page = `https://github.com/${repository}`
  const inKeychain = ownPlaces.keychain.map((service) => `      ${service}`).join('\n')
  return `cask "outbox-doctor" do
  arch arm: "arm64", intel: "x64"

  version "${version}"
  sha256 arm:   "${sums.arm64}",
         intel: "${sums.x64}"

  url "${page}/releases/download/v#{version}/Outbox-Doctor-#{version}-#{arch}.dmg"
  name "Outbox Doctor"
  desc "Notices when mail is stuck in the outbox, finds out why, and puts it right"
  homepage "${page}"

  livecheck do
    url :url
    strategy :github_latest
  end

  depends_on macos: ">= :ventura"

  app "Outbox Doctor.app"

  uninstall quit:       "app.outbox-doctor",
            login_item: "Outbox Doctor"

  zap trash: [
${zapped()
  .map((place) => `    "${place}",`)
  .join('\n')}
  ]

  caveats <<~EOS
    Passwords that you gave for sign-in checks are in your login keychain. “Remove everything”, under About in the app,
    takes them away, too; once the app is gone, they are these items in Keychain Access:
${inKeychain}
  EOS
end
`
}
