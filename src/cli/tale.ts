interface Tale {
  title: string
  story: string
}

/** What a scene is about, in the language of whoever reads (`tag`, BCP 47) where it is told in that. */
export function sceneTale({ title, story, de }: Tale & { de?: Tale }, { tag }: { tag: string }): Tale {
  return tag.startsWith('de') && de ? de : { title, story }
}
