-- What the writers of Word and PowerPoint don't do: the theme's boxes as styles, cards as a table,
-- contents that are there before anyone asks for them. It stands before laporan.lua.

local STYLES = {
  sorotan = "Sorotan", catatan = "Catatan", pertanyaan = "Pertanyaan",
  kotak = "Kotak", ["kotak-judul"] = "Kotak",
}

local function openxml(code) return pandoc.RawInline("openxml", code) end

-- Signs that no file of Office may hold.
local function without_controls(element)
  element.text = element.text:gsub("[\0-\8\11\12\14-\31]", "")
  return element
end

local function styled(div)
  for _, class in ipairs(div.classes) do
    if STYLES[class] then
      -- Only paragraphs bear a style: of a list it would be lost.
      local loose = div.content:walk({ Plain = function(plain) return pandoc.Para(plain.content) end })
      return pandoc.Div(loose, { ["custom-style"] = STYLES[class] })
    end
  end
end

-- The parts of a card by their classes.
local function card_parts(card)
  local parts = {}
  for _, part in ipairs(card.content) do
    if part.t == "Div" then parts[part.classes[1]] = part.content end
  end
  return parts
end

local function cell(blocks) return pandoc.Cell(blocks or {}) end
local function words(text) return { pandoc.Plain({ pandoc.Str(text) }) } end

local function valued(blocks)
  return pandoc.Blocks(blocks):walk({
    Para = function(para)
      return pandoc.Plain({ pandoc.Span(para.content, pandoc.Attr("", {}, { ["custom-style"] = "Nilai" })) })
    end,
  })
end

-- Key figures in a row are a table of figures, whose rows can be read out and edited.
local function cards_table(row)
  if not row.classes:includes("kartu-baris") then return nil end
  local rows, courses = {}, false
  for _, card in ipairs(row.content) do
    local parts = card_parts(card)
    courses = courses or parts["kartu-garis"] ~= nil
    table.insert(rows, parts)
  end
  local heads = { "Angka pokok", "Nilai", "Keterangan" }
  local specs = { { pandoc.AlignLeft, 0.3 }, { pandoc.AlignRight, 0.14 }, { pandoc.AlignLeft, 0.56 } }
  courses = courses and docx
  if courses then
    table.insert(heads, "Perkembangan")
    specs = { { pandoc.AlignLeft, 0.27 }, { pandoc.AlignRight, 0.14 }, { pandoc.AlignLeft, 0.41 }, { pandoc.AlignLeft, 0.18 } }
  end
  local head, body = {}, {}
  for _, name in ipairs(heads) do table.insert(head, cell(words(name))) end
  for _, parts in ipairs(rows) do
    local cells = { cell(parts["kartu-label"]), cell(valued(parts["kartu-nilai"])), cell(parts["kartu-ket"]) }
    -- A paragraph of a picture alone would be a figure to Quarto, with its words below it.
    local course = pandoc.Plain(pandoc.utils.blocks_to_inlines(parts["kartu-garis"] or {}))
    if courses then table.insert(cells, cell({ course })) end
    table.insert(body, pandoc.Row(cells))
  end
  return pandoc.Table(
    { long = {} }, specs, pandoc.TableHead({ pandoc.Row(head) }),
    { { attr = pandoc.Attr(), body = body, head = {}, row_head_columns = 1 } }, pandoc.TableFoot()
  )
end

-- A chart is as wide as on paper, and says in words what it shows.
local function sized(image)
  if image.classes:includes("garis-kecil") then
    image.attributes.height = "14pt"
  elseif not image.attributes.width then
    image.attributes.width = image.classes:includes("lebar") and "100%" or "82%"
  end
  return image
end

-- Writers take what stands in a picture's brackets for its words.
local function worded(image)
  image.caption = pandoc.Inlines({ pandoc.Str(image.attributes.alt or "") })
  image.title = ""
  return image
end

-- The contents stand before the second part: after what everyone reads. They are Word's own field,
-- with the entries that it will find, so that nobody has to ask for them first.
local function contents(doc)
  local parts, second = {}, nil
  for index, block in ipairs(doc.blocks) do
    if block.t == "Header" and block.level == 1 then
      table.insert(parts, block)
      if #parts == 2 then second = index end
    end
  end
  if not second then return nil end
  local entries = pandoc.Blocks({})
  for index, header in ipairs(parts) do
    local entry = pandoc.Inlines({ pandoc.Link(header.content, "#" .. header.identifier) })
    if index == 1 then
      entry:insert(1, openxml('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'))
    end
    if index == #parts then entry:insert(openxml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')) end
    entries:insert(pandoc.Para(entry))
  end
  local title = pandoc.Div({ pandoc.Para({ pandoc.Str("Daftar isi") }) }, { ["custom-style"] = "TOC Heading" })
  local list = pandoc.Div(entries, { ["custom-style"] = "toc 1" })
  doc.blocks:insert(second, list)
  doc.blocks:insert(second, title)
  return doc
end

-- What stands on the cover besides title and subtitle.
local function cover_note(doc)
  local note = doc.meta["catatan-kaki"]
  if note then
    local text = pandoc.Para({ pandoc.Str(pandoc.utils.stringify(note)) })
    doc.blocks:insert(1, pandoc.Div({ text }, { ["custom-style"] = "Catatan" }))
  end
  return doc
end

-- Letters that a line of a table holds, the most that a cell has in one line, and what its edges take.
local LINE, CELL, EDGE = 104, 36, 5

-- What a cell would like to have, and what its longest word must have.
local function letters(one)
  local text, longest = pandoc.utils.stringify(one.contents), 0
  for word in text:gmatch("%S+") do longest = math.max(longest, utf8.len(word) or #word) end
  return math.min(utf8.len(text) or #text, CELL) + EDGE, math.min(longest, CELL) + EDGE
end

-- Word reckons no widths of its own that are any good: by what the cells hold they are given here.
local function fitted(tbl)
  mark_totals(tbl)
  for _, spec in ipairs(tbl.colspecs) do
    if spec[2] then return tbl end
  end
  local wish, must = {}, {}
  for column = 1, #tbl.colspecs do wish[column], must[column] = EDGE, EDGE end
  local function look(rows)
    for _, row in ipairs(rows) do
      for column, one in ipairs(#row.cells == #tbl.colspecs and row.cells or {}) do
        local liked, needed = letters(one)
        wish[column], must[column] = math.max(wish[column], liked), math.max(must[column], needed)
      end
    end
  end
  look(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do look(body.body) end
  local wished, needed = 0, 0
  for column = 1, #wish do wished, needed = wished + wish[column], needed + must[column] end
  -- Of what is left after the longest words each column gets its share.
  local share = wished > needed and math.min(1, math.max(0, (LINE - needed) / (wished - needed))) or 1
  local line = math.max(needed, LINE)
  for column, spec in ipairs(tbl.colspecs) do
    tbl.colspecs[column] = { spec[1], (must[column] + share * (wish[column] - must[column])) / line }
  end
  return tbl
end

-- Below the title, parts are Word's first level.
local function raised(header)
  header.level = header.level - 1
  return header
end

local word = pandoc.List({
  { Str = without_controls, Code = without_controls, CodeBlock = without_controls, RawBlock = plain_html },
  { Div = cards_table },
  { Div = styled, Table = fitted, Image = sized },
  { Image = worded, Header = raised },
  { Pandoc = contents },
  { Pandoc = cover_note },
})

-- Rows and columns that a slide has room for; what is longer is read in the report.
local ROWS, COLUMNS = 11, 6

-- The message of a caption, and the rest of it, without the number: slides have their own.
local function message_of(caption)
  local headline, rest = nil, pandoc.Inlines({})
  for index, item in ipairs(caption) do
    if index > 1 and not headline and #rest == 0 and item.t == "Strong" then
      headline = item.content
    elseif index > 1 and not (item.t == "Space" and #rest == 0) then
      rest:insert(item)
    end
  end
  return headline, rest
end

local function rows_of(tbl)
  local count = 0
  for _, body in ipairs(tbl.bodies) do count = count + #body.body end
  return count
end

local function fits(tbl) return rows_of(tbl) <= ROWS and #tbl.colspecs <= COLUMNS end

-- A title that ends a sentence on paper stands without its full stop.
local function as_title(inlines)
  local last = inlines[#inlines]
  if last and last.t == "Str" then last.text = last.text:gsub("%.$", "") end
  return inlines
end

-- The most slides that people sit through, and what goes first where there are more: key figures of a
-- part, then tables, then charts from the end; what stands on the first page stays.
local MOST, FIRST, CHART, TABLE, CARDS = 22, 0, 1, 2, 3

local function fewer(slides)
  for rank = CARDS, CHART, -1 do
    for index = #slides, 1, -1 do
      if #slides <= MOST - 2 then return slides end
      if slides[index].rank == rank then slides:remove(index) end
    end
  end
  return slides
end

-- One message of each part a slide, as its title, with the chart or the table that shows it; what else
-- is said of it is said by who speaks. The rest stands in the report, which the last slide names.
local function slides_of(doc)
  local slides, section, parts, said = pandoc.List({}), nil, 0, pandoc.Blocks({})
  local best
  local function close()
    if best then slides:insert(best) end
    best = nil
  end
  local function shown(rank, caption, content)
    local headline, rest = message_of(caption)
    local notes = pandoc.Blocks({})
    if #rest > 0 then notes:insert(pandoc.Para(rest)) end
    notes:extend(said)
    said = pandoc.Blocks({})
    local slide = { rank = rank, title = headline or section:clone(), content = content, notes = notes }
    if rank == FIRST then slides:insert(slide)
    elseif not best or rank < best.rank then best = slide end
  end
  local function take(blocks)
    for _, block in ipairs(blocks) do
      if block.t == "Header" then
        section, said = block.content, pandoc.Blocks({})
        if block.level == 2 then
          close()
          parts = parts + 1
        end
      elseif block.t == "Figure" then
        shown(CHART, pandoc.utils.blocks_to_inlines(block.caption.long), { pandoc.Para({ image_of(block) }) })
      elseif block.t == "Table" then
        local caption = pandoc.utils.blocks_to_inlines(block.caption.long)
        block.caption = { long = {} }
        if fits(block) then shown(TABLE, caption, { block }) end
      elseif block.t == "Div" and block.classes:includes("sorotan") then
        shown(FIRST, {}, block.content)
      elseif block.t == "Div" and block.classes:includes("kartu-baris") then
        local cards = cards_table(block)
        local name = pandoc.Inlines({ pandoc.Str(""), pandoc.Strong({ pandoc.Str("Angka"), pandoc.Space(), pandoc.Str("pokok") }) })
        if fits(cards) and parts == 1 then shown(FIRST, name, { cards })
        elseif fits(cards) then shown(CARDS, {}, { cards }) end
      elseif block.t == "Div" then
        take(block.content)
      elseif block.t == "Para" then
        said:insert(block)
      end
    end
  end
  take(doc.blocks)
  close()
  doc.blocks = pandoc.Blocks({})
  for _, slide in ipairs(fewer(slides)) do
    doc.blocks:insert(pandoc.Header(2, as_title(slide.title)))
    doc.blocks:extend(slide.content)
    if #slide.notes > 0 then doc.blocks:insert(pandoc.Div(slide.notes, { class = "notes" })) end
  end
  doc.blocks:extend({
    pandoc.Header(2, "Selengkapnya"),
    pandoc.Para("Semua tabel, daftar, definisi, dan mutu datanya ada di laporan.html, yang dibuat bersama slide ini."),
  })
  if doc.meta["catatan-kaki"] then
    local subtitle = pandoc.Inlines(pandoc.utils.stringify(doc.meta.subtitle or ""))
    subtitle:extend({ pandoc.LineBreak(), pandoc.Str(pandoc.utils.stringify(doc.meta["catatan-kaki"])) })
    doc.meta.subtitle = pandoc.MetaInlines(subtitle)
  end
  return doc
end

local point = pandoc.List({
  { Str = without_controls, Code = without_controls, CodeBlock = without_controls, RawBlock = plain_html },
  { Pandoc = slides_of },
  { Table = fitted, Image = worded },
})
