-- What pandoc's Typst writer does not do: alt texts, cards and notes, headings from level 1. It
-- stands before laporan.lua.

local BOXES = {
  catatan = "catatan", sorotan = "sorotan", pertanyaan = "pertanyaan",
  ["kartu-nilai"] = "kartu-nilai", ["kartu-label"] = "kartu-label", ["kartu-ket"] = "kartu-ket",
}

-- A chart that is also drawn for half the width.
local function has_small_picture(block)
  local image = block ~= nil and block.t == "Figure" and image_of(block)
  return image and image.attributes["sempit"] ~= nil
end

-- How wide a picture is, as Markdown or Quarto says it.
local function width_of(image, otherwise)
  local number, unit = (image.attributes.width or ""):match("^([%d.]+)(%D*)$")
  if unit == "%" then return number .. "%" end
  if unit == "" or unit == "px" then return 0.75 * number .. "pt" end
  return number and number .. unit or otherwise
end

local function picture(image, source, width)
  local alt = quoted(image.attributes["alt"] or "")
  return "image(" .. quoted(unescaped(source)) .. ", alt: " .. alt .. ", width: " .. (width or "100%") .. ")"
end

-- A chart as what Typst places: its pictures, how wide it is, its caption, its name.
local function chart(figure)
  local image, small = image_of(figure), ""
  if has_small_picture(figure) then small = ", kecil: " .. picture(image, image.attributes["sempit"]) end
  local width = width_of(image, image.classes:includes("lebar") and "100%" or "82%")
  local opening = "(besar: " .. picture(image, image.src) .. small .. ", lebar: " .. width .. ", judul: "
  local content = pandoc.Inlines({ pandoc.RawInline("typst", opening) })
  local caption = pandoc.utils.blocks_to_inlines(figure.caption.long)
  if empty(caption) then
    content:insert(pandoc.RawInline("typst", "none"))
  else
    content:insert(pandoc.RawInline("typst", "["))
    content:extend(caption)
    content:insert(pandoc.RawInline("typst", "]"))
  end
  content:insert(pandoc.RawInline("typst", ", nama: <" .. figure.identifier .. ">)"))
  return pandoc.Plain(content)
end

local function embolden(row)
  for _, cell in ipairs(row.cells) do
    cell.contents = cell.contents:walk({
      Plain = function(plain) return pandoc.Plain({ pandoc.Strong(plain.content) }) end,
    })
  end
end

local function mark_totals(tbl)
  for _, body in ipairs(tbl.bodies) do
    for _, row in ipairs(body.body) do
      if row.classes:includes("jumlah") then embolden(row) end
    end
  end
end

-- The figure is written here: Quarto would drop the caption of a table without its own numbering.
local function convert_table(tbl)
  mark_totals(tbl)
  local title = pandoc.utils.blocks_to_inlines(tbl.caption.long)
  local name = tbl.identifier ~= "" and ", nama: <" .. tbl.identifier .. ">" or ""
  local caption = pandoc.Inlines({ pandoc.RawInline("typst", "#tabel(") })
  if empty(title) then
    caption:insert(pandoc.RawInline("typst", "none" .. name .. ")["))
  else
    caption:insert(pandoc.RawInline("typst", "["))
    caption:extend(title)
    caption:insert(pandoc.RawInline("typst", "]" .. name .. ")["))
  end
  tbl.caption = { long = {} }
  tbl.attr = pandoc.Attr("", { "typst:no-figure" })
  return { pandoc.Plain(caption), tbl, typst("]") }
end

local function box(div)
  for _, class in ipairs(div.classes) do
    if BOXES[class] then
      local result = pandoc.Blocks({ typst("#" .. BOXES[class] .. "[") })
      result:extend(div.content)
      result:insert(typst("]"))
      return result
    end
  end
end

local function cards(row)
  if not row.classes:includes("kartu-baris") then return nil end
  local result = pandoc.Blocks({ typst("#kartu-baris((") })
  for _, card in ipairs(row.content) do
    result:insert(typst("["))
    result:extend(card.content)
    result:insert(typst("],"))
  end
  result:insert(typst("))"))
  return result
end

local function convert_span(span)
  for _, class in ipairs(span.classes) do
    if BOXES[class] then
      local result = pandoc.Inlines({ pandoc.RawInline("typst", "#" .. BOXES[class] .. "[") })
      result:extend(span.content)
      result:insert(pandoc.RawInline("typst", "]"))
      return result
    end
  end
  -- The key of a figure is for the web.
  if span.classes:includes("angka") then return span.content end
end

-- The course of a figure in a card, or a picture within text.
local function convert_image(image)
  local small = image.classes:includes("garis-kecil")
  if not small then return pandoc.RawInline("typst", "#box(" .. picture(image, image.src, width_of(image, "auto")) .. ")") end
  local code = "image(" .. quoted(unescaped(image.src)) .. ", alt: " .. quoted(image.attributes["alt"]) .. ", height: 14pt)"
  return pandoc.RawInline("typst", "#" .. code)
end

-- A call of a function of Typst, with blocks as its arguments.
local function call(name, first, blocks)
  local result = pandoc.Blocks({ typst("#" .. name .. "(") })
  result:extend(first)
  for _, block in ipairs(blocks) do result:extend({ typst("["), block, typst("],") }) end
  result:insert(typst(")"))
  return result
end

local function convert_figure(figure)
  if not image_of(figure) then return figure.content end
  return call("gambar", { chart(figure) }, {})
end

-- Several pictures with one caption.
local function convert_group(div)
  if not div.classes:includes("kelompok-gambar") then return nil end
  local opening = pandoc.Inlines({ pandoc.RawInline("typst", "#kelompok(<" .. div.identifier .. ">, [") })
  opening:extend(pandoc.utils.blocks_to_inlines({ div.content[#div.content] }))
  opening:insert(pandoc.RawInline("typst", "])["))
  div.content:remove(#div.content)
  local result = pandoc.Blocks({ pandoc.Plain(opening) })
  result:extend(div.content)
  result:insert(typst("]"))
  return result
end

-- Blocks side by side.
local function convert_row(div)
  local count = div.attributes.kolom
  if not count then return nil end
  local cells = pandoc.Blocks({})
  for _, cell in ipairs(div.content) do cells:extend(enclosed("[", cell.content, "],")) end
  return enclosed("#jajar(" .. count .. ",", cells, ")")
end

local TEXTS = { Para = true, BulletList = true, OrderedList = true }

-- A paragraph in bold letters only, by which people head what they note.
local function is_heading(para) return #para.content == 1 and para.content[1].t == "Strong" end

-- What ends with a colon stays with the list after it.
local function keep_lead(texts)
  local result = pandoc.Blocks({})
  for index, block in ipairs(texts) do
    local leads = texts[index + 1] and block.t == "Para" and (pandoc.utils.stringify(block):match(":$") or is_heading(block))
    result:extend(leads and call("lekat", {}, { block }) or { block })
  end
  return result
end

-- Text before a chart or a table goes to Typst together: it measures and keeps what must stay with it.
local function keep_texts(blocks)
  local result, texts = pandoc.Blocks({}), pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    if TEXTS[block.t] then
      texts:insert(block)
    else
      local shown = block.t == "Figure" or block.t == "Table"
      result:extend(shown and #texts > 0 and call("lekat", {}, texts) or keep_lead(texts))
      result:insert(block)
      texts = pandoc.Blocks({})
    end
  end
  return result .. keep_lead(texts)
end

-- A heading with a wide chart and nothing else goes with it across the columns.
local function keep_lone_charts(blocks)
  local result, index = pandoc.Blocks({}), 1
  while blocks[index] do
    local block, figure, following = blocks[index], blocks[index + 1], blocks[index + 2]
    local headed = block.t == "Header" and figure and figure.t == "Figure" and image_of(figure)
    if headed and (not following or following.t == "Header" and following.level <= block.level) then
      result:extend({ typst("#gambar("), chart(figure), typst(", kepala: ["), block, typst("])") })
      index = index + 2
    else
      result:insert(block)
      index = index + 1
    end
  end
  return result
end

local function is_of(block, class) return block and block.t == "Div" and block.classes:includes(class) end

-- The question that a section and those after it answer is the heading of a part; the sections before the
-- first question are the first section's part.
local function name_parts(blocks)
  local result, first = pandoc.Blocks({}), true
  local asked = blocks:find_if(function(block) return is_of(block, "pertanyaan") end)
  for index, block in ipairs(blocks) do
    local following, before = blocks[index + 1], blocks[index - 1]
    if block.t == "Header" then
      if is_of(following, "pertanyaan") then
        result:insert(pandoc.Header(1, pandoc.utils.blocks_to_inlines(following.content)))
      elseif not asked or first then
        block.level = block.level - 1
      end
      first = false
    end
    local used = is_of(block, "pertanyaan") and before and before.t == "Header"
    if not used then result:insert(block) end
  end
  return result
end

-- The first section's statements and figures stand across the first page.
local function open_first(blocks)
  local index = blocks[1] and blocks[1].t == "Header" and 2 or 1
  while is_of(blocks[index], "sorotan") or is_of(blocks[index], "kartu-baris") do index = index + 1 end
  if index <= 2 then return blocks end
  local result = enclosed("#muka[", pandoc.Blocks({ table.unpack(blocks, 1, index - 1) }), "]")
  result:extend({ table.unpack(blocks, index) })
  return result
end

local function place(doc)
  doc.blocks = open_first(keep_texts(keep_lone_charts(name_parts(doc.blocks))))
  return doc
end

local pdf = pandoc.List({
  { Pandoc = place },
  { Figure = convert_figure },
  { Table = convert_table, Image = convert_image },
  { Div = convert_group },
  { Div = convert_row },
  { Div = cards },
  { Div = box, Span = convert_span },
})
