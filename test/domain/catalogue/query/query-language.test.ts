import { describe, expect, it } from 'vitest'
import { parseQuery } from '../../../../worker/domain/catalogue/query/parse-query.ts'
import { smallIndex } from './small-index.ts'

const { found } = smallIndex([
  {
    title: 'Абай жолы',
    author: 'Әуезов, Мұхтар',
    year: 1942,
    subjects: ['Қазақ әдебиеті'],
    isbns: ['9789965182761'],
    shelfmark: '84(5Қаз)-44',
  },
  { title: 'Путь Абая', author: 'Ауэзов, Мухтар', year: 1952, language: 'rus', series: ['Библиотека всемирной литературы'] },
  { title: 'Көшпенділер', author: 'Есенберлин, Ілияс', year: 1976, subjects: ['Тарихи роман'], shelfmark: '84(5Қаз)-4' },
  { title: 'Война и мир', author: 'Толстой, Лев', year: 1869, language: 'rus', shelfmark: '84(2)-44' },
  { title: 'Мир и война', author: 'Иванов, Пётр', year: 1990, language: 'rus' },
  { title: 'Абай туралы', author: 'Сейітов, Абай', year: 1999, notes: ['Соғыс туралы'] },
  { title: '1984', author: 'Оруэлл, Джордж', year: 1949, language: 'rus' },
  { title: 'История Казахстана', author: 'Иванов, Пётр', year: 1984, language: 'rus' },
  { title: 'Қазақстан тарихы', author: 'Сейітов, Нұрлан', year: 2001 },
  { title: 'Іс-шара жоспары', author: 'Жақып, Айгүл', year: 2010 },
  { title: 'Tale of the Nomads', author: 'Smith, Ann', year: 2015, language: 'eng' },
])
const sorted = (query: string) => found(query).sort()

describe('words', () => {
  it('are all asked for', () => {
    expect(found('абай путь')).toEqual(['Путь Абая'])
    expect(found('абай көшпенділер')).toEqual([])
  })

  it('that say little are asked for only when nothing else is', () => {
    expect(sorted('мир и война')).toEqual(['Война и мир', 'Мир и война'])
    expect(sorted('туралы')).toEqual(['Абай туралы'])
    expect(found('және көшпенділер')).toEqual(['Көшпенділер'])
  })

  it.each(['іс шара', 'ісшара', 'іс-шара', 'ИС-ШАРА', 'is-shara'])('of a compound are met together and apart: %s', (query) => {
    expect(found(query)).toEqual(['Іс-шара жоспары'])
  })

  it('that are a year find the year and the title', () => {
    expect(sorted('1984')).toEqual(['1984', 'История Казахстана'])
    expect(found('1984 оруэлл')).toEqual(['1984'])
  })

  it.each(['Kazakhstan', 'Казахстан', 'Қазақстан', 'Qazaqstan', 'казакстан', 'Казахстана', 'қазақстанның'])(
    'that name a place find it in each language: %s',
    (query) => {
      expect(sorted(query)).toEqual(['История Казахстана', 'Қазақстан тарихы'])
    },
  )

  it('after a star begin so, from three letters on', () => {
    expect(found('көшп*')).toEqual(['Көшпенділер'])
    expect(found('kosh*')).toEqual(['Көшпенділер'])
    expect(found('кө*')).toEqual([])
    expect(sorted('иван* -казахстан')).toEqual(['Мир и война'])
  })

  it('are cut by other stars and question marks', () => {
    expect(sorted('абай?')).toEqual(sorted('абай'))
    expect(found('*жолы')).toEqual(['Абай жолы'])
  })
})

describe('Russian words', () => {
  const { found: foundToo } = smallIndex([
    { title: 'Три мушкетёра', language: 'rus' },
    { title: 'Палата № 6', language: 'rus' },
    { title: 'Путь Абая', language: 'rus' },
  ])
  it.each([
    ['трёх мушкетёров', 'Три мушкетёра'],
    ['тремя мушкетерами', 'Три мушкетёра'],
    ['палата номер 6', 'Палата № 6'],
    ['абай', 'Путь Абая'],
  ])('%s is «%s»', (query, title) => {
    expect(foundToo(query)).toEqual([title])
  })
})

describe('English words', () => {
  it.each(['nomads', 'nomad', 'the nomad', "nomad's tales", 'tales of nomads'])('are met in one and in many: %s', (query) => {
    expect(found(query)).toEqual(['Tale of the Nomads'])
  })
})

describe('a phrase', () => {
  it.each(['"война и мир"', '«война и мир»', '“война и мир”', '„война и мир“', '«Войнa и мир»'])(
    'keeps the order and the small words: %s',
    (query) => {
      expect(found(query)).toEqual(['Война и мир'])
    },
  )

  it('stands beside words', () => {
    expect(found('"абай жолы" әуезов')).toEqual(['Абай жолы'])
    expect(found('"жолы абай"')).toEqual([])
  })

  it('is exact where a word is not', () => {
    expect(found('казахстан история')).toEqual(['История Казахстана'])
    expect(found('"история казахстан"')).toEqual([])
  })

  it('does not reach from one text into the next', () => {
    expect(found('"тарихы сейітов"')).toEqual([])
  })
})

describe('what must not be there', () => {
  it.each(['абай -путь -туралы', 'абай NOT путь NOT туралы', 'абай -(путь OR туралы)', 'абай -"путь абая" -туралы', 'абай -год:1950-1999'])(
    'is left out: %s',
    (query) => {
      expect(found(query)).toEqual(['Абай жолы'])
    },
  )

  it('may be all that is asked', () => {
    expect(found('-абай')).toHaveLength(8)
  })

  it('is not the second half of a compound, nor a dash', () => {
    expect(found('іс-шара')).toEqual(['Іс-шара жоспары'])
    expect(found('Іс - жоспары')).toEqual(['Іс-шара жоспары'])
  })
})

describe('alternatives', () => {
  it.each(['Абай жолы OR Путь Абая', 'абай жолы ИЛИ путь абая', 'абай жолы НЕМЕСЕ путь абая', 'абай жолы | путь абая', 'абай (жолы|путь)'])(
    'are any of them: %s',
    (query) => {
      expect(sorted(query)).toEqual(['Абай жолы', 'Путь Абая'])
    },
  )

  it('may be without a word', () => {
    expect(sorted('жолы OR абай -жолы')).toEqual(['Абай жолы', 'Абай туралы', 'Путь Абая'])
  })

  it('are words of a title where all is in capitals', () => {
    expect(found('КОШПЕНДІЛЕР ИЛИ ВОЙНА')).toEqual([])
  })

  it('may lack one end', () => {
    expect(found('OR көшпенділер')).toEqual(['Көшпенділер'])
    expect(found('көшпенділер OR')).toEqual(['Көшпенділер'])
  })

  it('that are too many are left out, and the words after them are asked for', () => {
    const many = Array.from({ length: 40 }, (_, n) => `жоқсөз${n}`).join(' OR ')
    expect(found(`(путь OR ${many}) абай`)).toEqual(['Путь Абая'])
    expect(found(`(путь OR (${many}) OR жолы) абая`)).toEqual(['Путь Абая'])
    expect(found(`(путь OR ${many}) көшпенділер`)).toEqual([])
  })
})

describe('a field', () => {
  it.each(['title:абай', 'название:абай', 'атауы:абай', 'Атауы: абай', 'TITLE:абай'])('has names in three languages: %s', (query) => {
    expect(sorted(query)).toEqual(['Абай жолы', 'Абай туралы', 'Путь Абая'])
  })

  it.each(['author:абай', 'автор:абай', 'авторы:абай', 'avtor:абай', 'author:(жазушы OR абай)', 'author:"абай"'])(
    'is searched alone: %s',
    (query) => {
      expect(found(query)).toEqual(['Абай туралы'])
    },
  )

  it('ends with its word', () => {
    expect(found('автор:иванов казахстан')).toEqual(['История Казахстана'])
  })

  it('keeps its small words', () => {
    expect(sorted('title:и')).toEqual(['Война и мир', 'Мир и война'])
  })

  it.each([
    ['тақырып:әдебиет', 'Абай жолы'],
    ['subject:тарихи', 'Көшпенділер'],
    ['серия:библиотека', 'Путь Абая'],
    ['note:соғыс', 'Абай туралы'],
    ['-автор:сейітов туралы OR көшпенділер', 'Көшпенділер'],
  ])('%s finds %s', (query, title) => {
    expect(found(query)).toEqual([title])
  })

  it('is words when it has no value or is no field', () => {
    expect(found('көшпенділер: роман')).toEqual(['Көшпенділер'])
    expect(found('title:')).toEqual([])
    expect(found('абай автор:')).toEqual([])
  })

  it.each(['шифр:84(5Қаз)-44', 'shelfmark:84(5каз)-44', 'шифр:"84(5Қаз) 44"'])('holds a whole shelfmark: %s', (query) => {
    expect(found(query)).toEqual(['Абай жолы'])
  })

  it('holds the beginning of a shelfmark', () => {
    expect(sorted('шифр:84(5Қаз)')).toEqual(['Абай жолы', 'Көшпенділер'])
  })
})

describe('years', () => {
  it.each([
    ['year:1949', ['1984']],
    ['год:1990-1999', ['Абай туралы', 'Мир и война']],
    ['жылы:1999-2001', ['Абай туралы', 'Қазақстан тарихы']],
    ['year:2001-1999', ['Абай туралы', 'Қазақстан тарихы']],
    ['year:2001..2010', ['Іс-шара жоспары', 'Қазақстан тарихы']],
    ['year:2001-', ['Tale of the Nomads', 'Іс-шара жоспары', 'Қазақстан тарихы']],
    ['year:-1942', ['Абай жолы', 'Война и мир']],
    ['year:1940–1950 абай', ['Абай жолы']],
    ['year:3000-', []],
    ['year:9999', []],
  ])('%s', (query, titles) => {
    expect(sorted(query)).toEqual(titles)
  })

  it('are words when they are none', () => {
    expect(found('год:абай')).toEqual(found('абай'))
  })
})

describe('an ISBN', () => {
  it.each([
    '9789965182761',
    '978-9965-18-276-1',
    '978 9965 18 276 1',
    'isbn:9965-18-276-0',
    'isbn: 9789965182761',
    'ISBN 978-9965-18-276-1',
    '9965182760',
    '9 965 18276 0',
    '978–9965–18–276–1',
    '978-9965 18-2761',
    'ISBN978-9965-18-276-1',
    'ISBN-13: 978 9965 18 276 1',
    'isbn-10 9965-18-276-0',
    'ISBN 10: 9965 18 276 0',
    'абай 978 9965 18 276 1',
    '(9789965182761).',
    '«978-9965-18-276-1»',
  ])('is found as %s', (query) => {
    expect(found(query)).toEqual(['Абай жолы'])
  })

  it('that nobody has finds nothing', () => {
    expect(found('isbn:9785170801152')).toEqual([])
    expect(found('isbn:12')).toEqual([])
    expect(found('978-9965-18-276-2')).toEqual([])
  })

  it('is not seen in years and telephone numbers', () => {
    for (const text of ['1941 1945 1950', '1990-2000 2010', '+7 701 123 45 67', '12-34-56-78'])
      expect(
        parseQuery(text)
          .words.flatMap(({ tokens }) => tokens)
          .filter((token) => token.startsWith('qi')),
      ).toEqual([])
  })
})

describe('signs as people write them', () => {
  it.each([
    ['АБАЙ NOT ЖОЛЫ', ['Абай туралы', 'Путь Абая']],
    ['ABAI NOT ЖОЛЫ', []],
    ['AUTHOR:TOLSTOI OR AUTHOR:SMITH', ['Tale of the Nomads', 'Война и мир']],
    ['year:1940 - 1950', ['1984', 'Абай жолы']],
    ['year:1940 -1950', ['1984', 'Абай жолы']],
    ['title:author:әуезов', ['Абай жолы', 'Путь Абая']],
    ['author:-Әуезов абай', ['Абай туралы']],
    ['author:"Мұхтар Әуезов"', ['Абай жолы', 'Путь Абая']],
    ['author:"Л. Толстой"', ['Война и мир']],
    ['author:"Толстой, Л. Н."', ['Война и мир']],
    ['ББК 84(5Қаз)-44', ['Абай жолы']],
    ['жос*', ['Іс-шара жоспары']],
  ])('%s', (query, titles) => {
    expect(sorted(query)).toEqual(titles)
  })
})
