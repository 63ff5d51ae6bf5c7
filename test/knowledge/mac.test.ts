import { describe, expect, test } from 'vitest'
import { productBehind } from '../../src/knowledge/filters.ts'
import panes from '../../src/knowledge/settings-panes.json' with { type: 'json' }
import { type PaneName, settingsPane } from '../../src/knowledge/settings-panes.ts'

describe('the product behind an extension', () => {
  test.each([
    ['by its maker', { team: 'VBG97UB4TA', bundle: 'x.y', name: 'Extension' }, 'LuLu'],
    ['by its bundle', { bundle: 'com.microsoft.wdav.netext', name: 'netext' }, 'Microsoft Defender'],
    ['by its name', { team: 'AAAAAAAAAA', bundle: 'x.y', name: 'Norton 360' }, 'Norton'],
    // Microsoft makes far more than Defender.
    ['not by a maker of many things', { team: 'UBF8T346G9', bundle: 'com.microsoft.teams', name: 'Teams' }, undefined],
    ['unknown', { team: 'AD94776VX5', bundle: 'com.example.filter', name: 'Filter' }, undefined],
  ])('%s', (_, extension, name) => {
    expect(productBehind(extension)?.name).toBe(name)
  })
})

describe('a pane of System Settings', () => {
  test('has another address and name on macOS 12', () => {
    expect(settingsPane('network', '26.1')).toEqual({
      url: 'x-apple.systempreferences:com.apple.Network-Settings.extension',
      words: 'System Settings > Network',
    })
    expect(settingsPane('network', '12.7.6')).toEqual({
      url: 'x-apple.systempreferences:com.apple.preference.network',
      words: 'System Preferences > Network',
    })
  })

  test('is not there before its version', () => {
    expect(settingsPane('local-network', '14.6')).toBeUndefined()
    expect(settingsPane('local-network', '15.0')?.url).toContain('Privacy_LocalNetwork')
  })

  test('has words where the address is not known, and keeps those of privacy', () => {
    expect(settingsPane('storage', '12.7')).toEqual({ words: 'System Preferences > General > Storage' })
    expect(settingsPane('full-disk-access', '12.7')?.url).toContain('Privacy_AllFiles')
  })

  test.each(Object.keys(panes) as PaneName[])('%s opens on a version that is not known', (name) => {
    expect(settingsPane(name)?.url).toMatch(/^x-apple\.systempreferences:com\.apple\./)
  })
})
