/** Names of people that differ by more than letters from language to language; a line is a name. The same in any letters needs none. */
export const personNames = `
шекспир shakespeare
гёте goethe
гюго hugo
верн verne
дюма dumas
флобер flaubert
бальзак balzac
мопассан maupassant
экзюпери exupery
камю camus
руссо rousseau
вольтер voltaire
мольер moliere
бодлер baudelaire
пруст proust
диккенс dickens
уайльд wilde
байрон byron
уэллс wells
дойл doyle
свифт swift
дефо defoe
остин остен austen
оруэлл orwell
хаксли huxley
моэм maugham
кристи christie
толкин толкиен tolkien
роулинг rowling
кэрролл carroll
скотт scott
хемингуэй hemingway
твен twain
мелвилл melville
митчелл mitchell
фицджеральд fitzgerald
сэлинджер salinger
стейнбек steinbeck
фолкнер faulkner
брэдбери bradbury
ремарк remarque
гессе hesse
гейне heine
гофман hoffmann
цвейг zweig
брехт brecht
ницше nietzsche
фрейд freud
юнг jung
гегель hegel
эйнштейн einstein
боккаччо boccaccio
сервантес cervantes
маркес marquez
борхес borges
коэльо coelho
андерсен andersen
гашек hasek
чапек capek
сенкевич sienkiewicz
чайковский tchaikovsky
рахманинов rachmaninov
мусоргский mussorgsky
бах bach
бетховен beethoven
гайдн haydn
гендель handel haendel
шопен chopin
лист liszt
вагнер wagner
бизе bizet
дебюсси debussy
дворжак dvorak
мендельсон mendelssohn
григ grieg
малер mahler
аристотель aristotle aristoteles
платон plato
гомер homer homeros
авиценна avicenna ибн-сина
фирдоуси фирдауси фирдавси ferdowsi firdausi
низами nizami nezami
валиханов уәлиханов
букейханов бөкейхан бөкейханов
сатпаев сәтбаев
қонаев кунаев
аймауытов аймаутов
тынышбаев тынышпаев
жансүгіров джансугуров
өтемісұлы утемисов
ясауи ясави yesevi
қожа ходжа
абылай аблай
әбілқайыр абулхаир
ұлықбек улугбек
алпамыс алпамыш
қобыланды кобланды
бауыржан бауржан
прокофьев prokofiev
васильев vasiliev
григорьев grigoriev
пикассо picasso
моцарт mozart
дарвин darwin
ньютон newton
маркс marx
алексей alexey alexei
максим maxim
лев leo
александр alexander alexandre
николай nicholas nikolaus
михаил michael michel
петр peter pierre
федор fyodor theodor
уильям вильям william
джек jack
джордж george
джон john
джеймс james
джейн jane
чарльз шарль charles
оскар oscar
виктор victor
жюль jules
эрих erich
рэй ray
артур arthur
вольфганг wolfgang
иоганн johann
фридрих friedrich
людвиг ludwig
луис луи louis
франц franz
генри henry
генрих heinrich
агата agatha
антуан antoine
гюстав gustave
льюис lewis
шыңғыс чингиз чингис genghis chinghiz
мұхаммед мухаммад магомет muhammad mohammed
шоқан чокан
жүсіп юсуф yusuf yusup
ыбырай ибрай ибрагим ibrahim
шерлок sherlock
холмс holmes
робинзон robinson
крузо crusoe
сойер sawyer
гарри harry
поттер potter
джульетта juliet
гулливер gulliver
`
