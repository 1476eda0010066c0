-- The way through the deck. A section is a main slide: its message above one chart, table or row of
-- cards; all else of it hangs below, as do sections whose heading has the class ".rincian". A subsection
-- with the class ".utama" is a section here. No chart is numbered here: numbers are the same everywhere.

local LONG = 180 -- letters of a message; a longer sentence is none
local WIDE = 100 -- letters of a title in large type
local CONTENTS = "isi-slide"
-- The names of the measures that a chart or a table shows, by its name.
local measured = {}

-- Each measure that the keys of blocks name, once, in their order.
local function measures_in(blocks)
  local found, text = pandoc.List({}), pandoc.write(pandoc.Pandoc(blocks), "native")
  for name in text:gmatch("%d%d%d%d%-%d%d,([%w_]+%.[%w_]+)") do
    if MEASURES[name] and not found:includes(name) then found:insert(name) end
  end
  return found
end

local function note_measures(doc)
  local function note(element)
    if element.identifier:match("^fig%-") or element.identifier:match("^tbl%-") then
      measured[element.identifier] = measures_in({ element })
    end
  end
  doc:walk({ Figure = note, Div = note })
end

-- A chart or a table with all that belongs to it, in one piece until the slides stand.
local function piece(blocks, name)
  return pandoc.Div(blocks, pandoc.Attr("", { "tampilan" }, { { "asal", name } }))
end
local function has_class(block, class) return block.t == "Div" and block.classes:includes(class) end
local function is_piece(block) return has_class(block, "tampilan") end
local function is_box(block) return has_class(block, "kartu-baris") or has_class(block, "sorotan") end
local function unwrap_piece(div) if is_piece(div) then return div.content end end

local function has_figure(inlines) return pandoc.utils.stringify(inlines):find("%d") ~= nil end

-- The first sentence of a text; whole where it has but one.
local function first_sentence(inlines)
  local sentence = pandoc.Inlines({})
  for index, item in ipairs(inlines) do
    sentence:insert(item)
    local following = inlines[index + 2]
    local ends = pandoc.utils.stringify(item):match("[.!?]$") and inlines[index + 1] and inlines[index + 1].t:match("Space$")
    if ends and following and pandoc.utils.stringify(following):match("^[%u%d“\"]") then break end
  end
  return sentence
end

-- What heads a slide: without emphasis, notes, links and the stop at its end.
local function as_title(inlines)
  local title = pandoc.Inlines(inlines):walk({
    Strong = function(strong) return strong.content end,
    Link = function(link) return link.content end,
    Note = function() return {} end,
  })
  if title[#title] and title[#title].t:match("Space$") then title:remove(#title) end
  local last = title[#title]
  if last and last.t == "Str" then
    last.text = last.text:gsub("%.$", "")
    title[#title] = last
  end
  return title
end

local function is_message(inlines)
  local text = pandoc.utils.stringify(inlines)
  return has_figure(inlines) and not text:match(":$") and utf8.len(text) <= LONG
end

-- The headline of a chart or a table, and the piece without it: its number stays.
local function part_headline(shown)
  local headline
  local bare = shown:walk({
    Span = function(span)
      if headline or not span.classes:includes("tajuk") then return nil end
      local text = pandoc.Inlines({ table.unpack(span.content, 3) })
      local sentence = first_sentence(text)
      if not is_message(sentence) then return nil end
      headline = sentence
      span.content = pandoc.Inlines({ span.content[1] })
      if #sentence < #text then span.content:extend({ table.unpack(text, #sentence + 1) }) end
      return span
    end,
  })
  return headline, bare
end

-- Without headings of nothing, as what they headed went elsewhere.
local function without_bare_headings(blocks)
  local kept = pandoc.Blocks({})
  for index, block in ipairs(blocks) do
    local following = blocks[index + 1]
    local heads = following and not (following.t == "Header" and block.t == "Header" and following.level <= block.level)
    if block.t ~= "Header" or heads then kept:insert(block) end
  end
  return kept
end

-- The blocks for which something holds, and the others.
local function parted_by(blocks, holds)
  return blocks:filter(holds), blocks:filter(function(block) return not holds(block) end)
end

-- The headline of the first chart or table that has one, the blocks without it, and what bore it.
local function message_of_piece(blocks)
  for index, block in ipairs(blocks) do
    if is_piece(block) then
      local headline, bare = part_headline(block)
      if headline then
        blocks[index] = bare
        return headline, blocks, bare
      end
    end
  end
  return nil, blocks, nil
end

-- Whether a text bears what is lost in a title.
local function has_link_or_note(block)
  local found = false
  local function find() found = true end
  block:walk({ Link = find, Note = find })
  return found
end

-- The first sentence that may head what is shown; one that is a text of its own is taken from it.
local function message_of_text(blocks)
  local shows = blocks:find_if(function(block) return is_piece(block) or is_box(block) end)
  for index, block in ipairs(blocks) do
    local sentence = block.t == "Para" and first_sentence(block.content)
    local alone = sentence and #sentence == #block.content and not has_link_or_note(block)
    if sentence and is_message(sentence) and (shows or alone and #blocks > 1) then
      if alone then blocks:remove(index) end
      return sentence, blocks
    end
  end
  return nil, blocks
end

-- The message of a section, what shows it, and the rest: shown is the chart or the table that bore it,
-- else the first one, else the cards and what is set off, else all of it.
local function part_section(section)
  local said, blocks = parted_by(section, function(block) return has_class(block, "pesan") end)
  local message, bearer = said[1] and pandoc.utils.blocks_to_inlines(said[1].content), nil
  if not message then message, blocks, bearer = message_of_piece(blocks) end
  if not message then message, blocks = message_of_text(blocks) end
  if not message then return nil end
  bearer = bearer or blocks:find_if(is_piece)
  local shown, rest = parted_by(blocks, function(block)
    if bearer then return block == bearer end
    return is_box(block)
  end)
  if #shown == 0 then shown, rest = without_bare_headings(rest), pandoc.Blocks({}) end
  return message, shown, rest
end

-- What the speaker says of it: what the pictures show in words, and what is counted, of which whole.
local function speaker_notes(message, shown)
  local notes, names = pandoc.Blocks({}), measures_in({ pandoc.Plain(message) })
  for _, block in ipairs(shown) do
    local own = is_piece(block) and measured[block.attributes.asal] or measures_in({ block })
    names:extend(own:filter(function(name) return not names:includes(name) end))
    pandoc.Blocks({ block }):walk({
      Image = function(image)
        local alt = image.attributes.alt
        if alt and not image.classes:includes("sempit") then notes:insert(pandoc.Para({ pandoc.Str(alt) })) end
      end,
    })
  end
  for _, name in ipairs(names) do
    notes:insert(pandoc.Para({ pandoc.Strong({ pandoc.Str(MEASURES[name].nama .. ".") }), pandoc.Space(), pandoc.Str(MEASURES[name].arti) }))
  end
  return notes
end

-- The sections of the document, each with the question that it and those before it answer.
local function sections_of(blocks)
  local before, sections, question = pandoc.Blocks({}), pandoc.List({}), nil
  for _, block in ipairs(blocks) do
    local begins = block.t == "Header" and (block.level <= 2 or block.level == 3 and block.classes:includes("utama"))
    if begins then
      sections:insert({ header = block, blocks = pandoc.Blocks({}), question = question })
    elseif #sections == 0 then
      before:insert(block)
    elseif has_class(block, "pertanyaan") then
      question = pandoc.utils.blocks_to_inlines(block.content)
      sections[#sections].question = question
    else
      sections[#sections].blocks:insert(block)
    end
  end
  return before, sections:filter(function(section) return #section.blocks > 0 end)
end

-- What hangs below a main slide of its own section; what is only spoken of is the main slide's.
local function part_spoken(blocks)
  local spoken, below = parted_by(blocks, function(block) return has_class(block, "notes") end)
  if not below:find_if(function(block) return block.t ~= "Header" and not has_class(block, "catatan") end) then
    return spoken .. below:filter(function(block) return block.t ~= "Header" end), pandoc.Blocks({})
  end
  return spoken, without_bare_headings(below)
end

-- The main slides, each with the details below it. A detail hangs below the main slide before it that
-- answers the same question, else below the first one after it.
local function way_through(sections)
  local function is_detail(section) return section.header.classes:includes("rincian") end
  for _, section in ipairs(sections) do
    if not is_detail(section) then section.message, section.shown, section.rest = part_section(section.blocks) end
  end
  local way = sections:filter(function(section) return section.message ~= nil end)
  -- Where nothing has a message, each section heads itself.
  if #way == 0 then way = sections:filter(function(section) return not is_detail(section) end) end
  if #way == 0 then way = sections end
  for _, main in ipairs(way) do
    main.details = pandoc.List({})
    if main.message then
      local spoken, below = part_spoken(main.rest)
      main.shown:extend(spoken)
      if #below > 0 then
        main.details:insert({ title = main.header.content, id = main.header.identifier .. "-rincian", blocks = below })
      end
    end
  end
  local function same_question(one, other)
    local asked, answered = one.question or {}, other.question or {}
    return pandoc.utils.stringify(asked) == pandoc.utils.stringify(answered)
  end
  local before = nil
  for index, section in ipairs(sections) do
    if section.details then
      before = section
    else
      local after = pandoc.List({ table.unpack(sections, index) }):find_if(
        function(other) return other.details and same_question(other, section) end)
      local host = before and (same_question(before, section) or not after) and before or after or way[1]
      host.details:insert({ title = section.header.content, id = section.header.identifier, blocks = section.blocks })
    end
  end
  return way
end

-- The overview: the topics of the main slides, under the questions that they answer.
local function contents_slide(way)
  local groups = pandoc.List({})
  for index, main in ipairs(way) do
    local name = main.question or pandoc.Inlines({ pandoc.Str("Halaman"), pandoc.Space(), pandoc.Str("pertama") })
    if index == 1 or main.question ~= way[index - 1].question then groups:insert({ name = name, links = pandoc.List({}) }) end
    local link = pandoc.Link(as_title(main.header.content), "#" .. main.header.identifier)
    groups[#groups].links:insert({ pandoc.Plain({ link }) })
  end
  local shown = groups:map(function(group)
    return pandoc.Div({ pandoc.Para({ pandoc.Strong(group.name) }), pandoc.BulletList(group.links) })
  end)
  return pandoc.Blocks({ pandoc.Header(1, "Isi", { id = CONTENTS }), pandoc.Div(shown, { class = "isi" }) })
end

-- A heading within a main slide; pandoc would begin another slide with it.
local function lower(header)
  local name = pandoc.Span(header.content, { id = header.identifier })
  return pandoc.Div({ pandoc.Plain({ name }) }, { class = "anak" })
end

local function main_slide(main)
  local title = as_title(main.message or main.header.content)
  local long = utf8.len(pandoc.utils.stringify(title)) > WIDE and "panjang" or nil
  local result = pandoc.Blocks({ pandoc.Header(1, title, { id = main.header.identifier, class = long }) })
  if main.message then
    result:insert(pandoc.Div({ pandoc.Plain(as_title(main.header.content)) }, { class = "topik" }))
  end
  result:extend((main.shown or main.blocks):walk({ Header = lower }))
  local notes = main.message and speaker_notes(main.message, main.shown) or {}
  if #notes > 0 then result:insert(pandoc.Div(notes, { class = "notes" })) end
  for _, detail in ipairs(main.details) do
    result:insert(pandoc.Header(2, detail.title, { id = detail.id }))
    result:extend(detail.blocks)
  end
  return result
end

-- The deck: the first page, the overview, then what answers the questions.
local function stack(doc)
  local result, sections = sections_of(doc.blocks)
  local way = way_through(sections)
  local overview = select(2, way:find_if(function(main) return main.question ~= nil end)) or 1
  for index, main in ipairs(way) do
    if index == overview then result:extend(contents_slide(way)) end
    result:extend(main_slide(main))
  end
  doc.blocks = result:walk({ Div = unwrap_piece })
  return doc
end
