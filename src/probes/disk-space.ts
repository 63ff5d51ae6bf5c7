export interface DiskSpace {
  freeBytes: number
}
